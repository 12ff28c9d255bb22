// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;

/**
 * Charts of the positions: a map of the sample, and against the frame number. Good, bad, suggested and selected frames differ
 * by colour and by shape. The current frame is not in them: it changes too often.
 *
 * @param scan      positions
 * @param choice    good frames
 * @param suggested frames that had better be left out
 * @param selected  frames that are selected
 */
record FrameCharts(ScanFrames scan, FrameChoice choice, BitSet suggested, BitSet selected) {
	private static final double DOT = 3.5;
	private static final double CROSS = 4.5;
	private static final double DIAMOND = 8;
	private static final double RING = 6.5;
	private static final double SMALL = 2;

	/** Adds one group of points to a chart. */
	@FunctionalInterface
	private interface Group {
		void add(String name, double[] x, double[] y, SeriesColour colour);
	}

	/** The map of the sample. */
	JFreeChart plane() {
		CurveChart chart = new CurveChart();
		List<Shape> shapes = new ArrayList<>();
		scan.positions().ifPresent(positions -> {
			marked(chart, shapes, positions.fs(), positions.ss());
			if (positions.correctedSs().isPresent())
				add(chart::addDots, shapes, dot(SMALL), "corrected", positions.correctedFs().orElseThrow(),
						positions.correctedSs().orElseThrow(), n -> true, SeriesColour.ORANGE);
			add(chart::addDots, shapes, dot(DOT), "good", positions.fs(), positions.ss(), choice::isGood, SeriesColour.BLUE);
		});
		JFreeChart made = chart.plane("", "fast scan axis (\u00b5m)", "slow scan axis (\u00b5m)");
		shape(made, shapes);
		return noData(made);
	}

	/** Positions, their mean taken off, against the frame number. */
	JFreeChart curves() {
		CurveChart chart = new CurveChart();
		List<Shape> shapes = new ArrayList<>();
		double[] number = new double[scan.frames()];
		for (int n = 0; n < number.length; n++)
			number[n] = n;
		double[] ss = scan.positions().map(p -> centred(p.ss())).orElseGet(() -> new double[0]);
		double[] fs = scan.positions().map(p -> centred(p.fs())).orElseGet(() -> new double[0]);
		if (ss.length > 0) {
			marked(chart, shapes, twice(number, number), twice(ss, fs));
			chart.addLine("slow scan axis", number, ss, SeriesColour.BLUE);
			chart.addLine("fast scan axis", number, fs, SeriesColour.VERMILION);
		}
		JFreeChart made = chart.counts("", "frame", "position - mean (\u00b5m)", false);
		shape(made, shapes);
		onlyCurves(made, shapes.size());
		NumberAxis domain = (NumberAxis) ((XYPlot) made.getPlot()).getDomainAxis();
		domain.setRange(-0.5 - 0.01 * number.length, number.length - 0.5 + 0.01 * number.length);
		return noData(made);
	}

	/** Selected, suggested and bad frames: those on top first. Positions may be given for several curves in a row. */
	private void marked(CurveChart chart, List<Shape> shapes, double[] x, double[] y) {
		add(chart::addRings, shapes, dot(RING), "selected", x, y, selected::get, SeriesColour.PURPLE);
		add(chart::addRings, shapes, diamond(), "suggested as bad", x, y, suggested::get, SeriesColour.GREEN);
		add(chart::addDots, shapes, cross(), "bad", x, y, n -> !choice.isGood(n), SeriesColour.VERMILION);
	}

	private void add(Group group, List<Shape> shapes, Shape shape, String name, double[] x, double[] y, IntPredicate which,
			SeriesColour colour) {
		double[] some = x.clone();
		boolean any = false;
		for (int k = 0; k < some.length; k++)
			if (which.test(k % scan.frames()))
				any = true;
			else
				some[k] = Double.NaN;
		if (!any)
			return;
		group.add(name, some, y, colour);
		shapes.add(shape);
	}

	private static void shape(JFreeChart chart, List<Shape> shapes) {
		XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) ((XYPlot) chart.getPlot()).getRenderer();
		for (int k = 0; k < shapes.size(); k++) {
			renderer.setSeriesShape(k, shapes.get(k));
			renderer.setSeriesOutlineStroke(k, new BasicStroke(2));
		}
	}

	/** The marks are explained beside the map. */
	private static void onlyCurves(JFreeChart chart, int marks) {
		XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) ((XYPlot) chart.getPlot()).getRenderer();
		for (int k = 0; k < marks; k++)
			renderer.setSeriesVisibleInLegend(k, false);
	}

	private static JFreeChart noData(JFreeChart chart) {
		((XYPlot) chart.getPlot()).setNoDataMessage("There are no sample positions in this file.");
		return chart;
	}

	/** Positions relative to their mean: both axes fit into one chart wherever the stage was. */
	static double[] centred(double[] values) {
		double sum = 0;
		int count = 0;
		for (double v : values)
			if (Double.isFinite(v)) {
				sum += v;
				count++;
			}
		double[] centred = values.clone();
		for (int n = 0; n < centred.length; n++)
			centred[n] -= sum / Math.max(1, count);
		return centred;
	}

	private static double[] twice(double[] a, double[] b) {
		double[] both = new double[a.length + b.length];
		System.arraycopy(a, 0, both, 0, a.length);
		System.arraycopy(b, 0, both, a.length, b.length);
		return both;
	}

	private static Shape dot(double radius) {
		return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
	}

	private static Shape diamond() {
		Path2D path = new Path2D.Double();
		path.moveTo(-DIAMOND, 0);
		path.lineTo(0, -DIAMOND);
		path.lineTo(DIAMOND, 0);
		path.lineTo(0, DIAMOND);
		path.closePath();
		return path;
	}

	/** A saltire with arms of some width, so that it can be filled. */
	private static Shape cross() {
		double a = 1.1;
		double c = CROSS;
		double[][] corners = { { -c, -c + a }, { -a, 0 }, { -c, c - a }, { -c + a, c }, { 0, a }, { c - a, c }, { c, c - a },
				{ a, 0 }, { c, -c + a }, { c - a, -c }, { 0, -a }, { -c + a, -c } };
		Path2D path = new Path2D.Double();
		path.moveTo(corners[0][0], corners[0][1]);
		for (double[] corner : corners)
			path.lineTo(corner[0], corner[1]);
		path.closePath();
		return path;
	}
}
