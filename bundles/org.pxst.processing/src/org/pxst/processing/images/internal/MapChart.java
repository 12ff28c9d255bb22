// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.atomic.AtomicReference;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.pxst.core.scan.Roi;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.PictureSize;

/** Draws a {@link MapFigure}: row 0 at the top, true aspect ratio, whole pixels, colour bar. */
public final class MapChart {
	private static final PictureSize LARGE = new PictureSize(760, 640, 1);
	private static final int WHOLE = 3;

	private final MapFigure figure;
	private final PictureSize room;

	/** @param figure what to draw, in the size of a picture of its own */
	public MapChart(MapFigure figure) {
		this(figure, LARGE);
	}

	/**
	 * @param figure what to draw
	 * @param room   for the map itself
	 */
	public MapChart(MapFigure figure, PictureSize room) {
		this.figure = figure;
		this.room = room;
	}

	/** Draws it. */
	public BufferedImage draw() {
		int[] size = size();
		int density = room.density();
		JFreeChart chart = chart(coloured(size[1] * density, size[0] * density));
		AtomicReference<BufferedImage> image = new AtomicReference<>();
		MapPlot.fit(size[0], size[1], (width, height, info) -> image
				.set(chart.createBufferedImage(width * density, height * density, width, height, info)));
		return new Palette(figure.scale()).apply(image.get());
	}

	/** Width and height of the map on the picture: a whole number of points a pixel where pixels can be told apart. */
	private int[] size() {
		double width = figure.columns();
		double height = figure.rows() * figure.axes().aspect();
		double factor = Math.min(room.width() / width, room.height() / height);
		if (factor > WHOLE)
			factor = Math.floor(factor);
		return new int[] { Math.max(1, (int) Math.round(width * factor)),
				Math.max(1, (int) Math.round(height * factor)) };
	}

	private JFreeChart chart(BufferedImage map) {
		MapFigure.Axes axes = figure.axes();
		NumberAxis domain = ChartStyle.axis(axes.labelFs(), axes.firstFs() - axes.stepFs() / 2,
				axes.firstFs() + (figure.columns() - 0.5) * axes.stepFs());
		NumberAxis range = ChartStyle.axis(axes.labelSs(), axes.firstSs() - axes.stepSs() / 2,
				axes.firstSs() + (figure.rows() - 0.5) * axes.stepSs());
		range.setInverted(true);
		XYPlot plot = MapPlot.of(map, range, domain);
		if (figure.outline() != null)
			plot.addAnnotation(outline(figure.outline()));
		return MapPlot.chart(figure.title(), plot, figure.scale(), ChartStyle.axis(figure.quantity()));
	}

	private static XYShapeAnnotation outline(Roi roi) {
		return new XYShapeAnnotation(
				new Rectangle2D.Double(roi.fs0() - 0.5, roi.ss0() - 0.5, roi.columns(), roi.rows()),
				new BasicStroke(1.5f), Color.WHITE);
	}

	private BufferedImage coloured(int rows, int columns) {
		double[] values = new Resampling(figure.values(), figure.rows(), figure.columns()).to(rows, columns);
		int[] rgb = new int[values.length];
		for (int k = 0; k < rgb.length; k++)
			rgb[k] = figure.scale().rgb(values[k]);
		BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, columns, rows, rgb, 0, columns);
		return image;
	}
}
