// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.plot.PlotTransform;

/**
 * The mean of a whitefield along one axis, beside its image and in line with it, with the edges of the region of interest as
 * lines that can be dragged. Along the axis pixel k reaches from k to k + 1, so that the edges are whole numbers.
 */
final class ProjectionPlot {
	/** The lines may be that far from the pixels of the image, in pixels of the screen. */
	private static final double TOLERANCE = 0.25;
	private static final double HEADROOM = 0.05;
	private static final String WHOLE = "whole frame";
	private static final String INSIDE = "inside the region";

	private final Plot plot;
	private final boolean slow;
	private final ImageViewer viewer;
	private final NumberAxis pixels;
	private final NumberAxis counts = ChartStyle.axis("mean (counts)", 0, 1);
	private final DefaultXYDataset data = new DefaultXYDataset();
	private final PlotCursor first;
	private final PlotCursor end;
	private Optional<Rectangle2D> area = Optional.empty();

	/** Hears where the user drags the edges. */
	interface Edges {
		/** The first pixel inside, and the one after the last. */
		void moved(double from, double to);
	}

	/**
	 * @param slow     whether it is along the slow scan axis, to the right of the image; else below it
	 * @param viewer   of the image
	 * @param edges    hears where edges are dragged
	 * @param released called when the user lets go
	 */
	ProjectionPlot(Composite parent, boolean slow, ImageViewer viewer, Edges edges, Runnable released) {
		this.slow = slow;
		this.viewer = viewer;
		plot = new Plot(parent);
		pixels = ChartStyle.counts(slow ? "slow scan axis (pixel)" : "fast scan axis (pixel)");
		pixels.setInverted(slow);
		pixels.setAutoRange(false);
		plot.show(ChartStyle.chart("", chart()));
		String axis = slow ? "ss" : "fs";
		first = cursor(axis + "0");
		end = cursor(axis + "1");
		first.addListener(value -> edges.moved(value, end.value()));
		end.addListener(value -> edges.moved(first.value(), value));
		plot.canvas().addListener(SWT.MouseUp, e -> released.run());
		plot.canvas().addListener(SWT.KeyUp, e -> released.run());
		plot.canvas().setToolTipText("Mean of the whitefield over the good pixels of each " + (slow ? "row" : "column")
				+ ": grey for the whole frame, in colour inside the region. Drag the lines to move the edges of the region.");
		plot.addOverlay(this::painted);
		viewer.addOverlay((gc, transform) -> alignSoon());
	}

	private XYPlot chart() {
		XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setSeriesPaint(0, SeriesColour.GREY.print());
		renderer.setSeriesPaint(1, (slow ? SeriesColour.BLUE : SeriesColour.VERMILION).print());
		for (int k = 0; k < 2; k++)
			renderer.setSeriesStroke(k, new BasicStroke(k == 0 ? 1 : 1.5f));
		XYPlot chart = new XYPlot(data, pixels, counts, renderer);
		chart.setOrientation(slow ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
		if (slow)
			chart.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
		return chart;
	}

	private PlotCursor cursor(String name) {
		PlotCursor cursor = plot.addCursor(slow ? PlotCursor.Orientation.HORIZONTAL : PlotCursor.Orientation.VERTICAL, name);
		cursor.setSnap(1);
		cursor.setText(value -> Long.toString(Math.round(value)));
		return cursor;
	}

	Plot plot() {
		return plot;
	}

	/** Shows other means; NaN where there is none. */
	void show(double[] whole, double[] inside) {
		double largest = DoubleStream.concat(Arrays.stream(whole), Arrays.stream(inside)).filter(Double::isFinite).max().orElse(0);
		double least = DoubleStream.concat(Arrays.stream(whole), Arrays.stream(inside)).filter(Double::isFinite).min().orElse(0);
		double lowest = Math.min(0, least);
		counts.setRange(lowest, largest > lowest ? largest + HEADROOM * (largest - lowest) : lowest + 1);
		data.addSeries(WHOLE, series(whole));
		data.addSeries(INSIDE, series(inside));
		first.setLimits(0, whole.length - 1d);
		end.setLimits(1, whole.length);
	}

	/** Shows no curve. */
	void clear() {
		data.removeSeries(WHOLE);
		data.removeSeries(INSIDE);
		setEdges(Double.NaN, Double.NaN);
	}

	/** Moves the lines. */
	void setEdges(double from, double to) {
		first.set(from);
		end.set(to);
	}

	private static double[][] series(double[] values) {
		double[] positions = new double[values.length];
		for (int k = 0; k < positions.length; k++)
			positions[k] = k + 0.5;
		return new double[][] { positions, values };
	}

	private void painted(GC gc, PlotTransform transform) {
		area = Optional.of(transform.area());
		alignSoon();
	}

	/** Not at once: this is called while something is painted. */
	private void alignSoon() {
		if (area.isPresent() && misalignment() > TOLERANCE)
			plot.getDisplay().asyncExec(() -> {
				if (!plot.isDisposed() && area.isPresent())
					pixels.setRange(wanted());
			});
	}

	/** How far the ends of the axis are from where they should be, in pixels of the screen. */
	private double misalignment() {
		Range wanted = wanted();
		double length = slow ? area.get().getHeight() : area.get().getWidth();
		double off = Math.max(Math.abs(wanted.getLowerBound() - pixels.getLowerBound()),
				Math.abs(wanted.getUpperBound() - pixels.getUpperBound()));
		return off / wanted.getLength() * length;
	}

	/** What the image shows beside the ends of the axis. */
	private Range wanted() {
		Rectangle2D inside = area.orElseThrow();
		Point near = onImage(inside.getMinX(), inside.getMinY());
		double length = slow ? inside.getHeight() : inside.getWidth();
		double from = slow ? viewer.transform().ss(near.y) : viewer.transform().fs(near.x);
		double to = slow ? viewer.transform().ss(near.y + length) : viewer.transform().fs(near.x + length);
		// where pixel centres are at integers, the edges of pixels are at halves
		return to > from ? new Range(from + 0.5, to + 0.5) : new Range(0, 1);
	}

	private Point onImage(double x, double y) {
		return plot.getDisplay().map(plot.canvas(), viewer.canvas(), (int) Math.round(x), (int) Math.round(y));
	}
}
