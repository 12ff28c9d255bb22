// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;

/** Numbers against numbers: first what is to be seen is added, then the chart is made or drawn. Not for several threads. */
public final class CurveChart {
	private static final PictureSize CURVES = new PictureSize(900, 540, 1);
	private static final PictureSize PLANE = new PictureSize(760, 800, 1);
	/** Barbs of an arrow: part of its length, along and across. */
	private static final double ALONG = 0.25;
	private static final double ACROSS = 0.12;
	private static final double DOT = 2.5;
	private static final double RING = 5;
	/** More dots on a curve touch each other. */
	private static final int MOST_DOTS = 100;

	private final Curves left = new Curves(new CurveData(), new XYLineAndShapeRenderer());
	private final Curves right = new Curves(new CurveData(), new XYLineAndShapeRenderer());
	private String labelRight = "";

	/** What belongs to one ordinate. */
	private record Curves(CurveData series, XYLineAndShapeRenderer renderer) {
		private void add(CurveData.Series points, boolean line, boolean filled, double radius, Color colour) {
			int index = series.getSeriesCount();
			series.add(points);
			Shape shape = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
			renderer.setSeriesShape(index, shape);
			renderer.setSeriesShapesFilled(index, filled);
			renderer.setSeriesShapesVisible(index, radius > 0);
			renderer.setSeriesLinesVisible(index, line);
			renderer.setSeriesPaint(index, colour);
			renderer.setSeriesStroke(index, new BasicStroke(1.5f));
			renderer.setSeriesOutlineStroke(index, new BasicStroke(1.5f));
		}
	}

	/**
	 * Adds points joined by lines; those with NaN are left out.
	 *
	 * @param name what they are, for the legend
	 * @param x    abscissae
	 * @param y    ordinates
	 */
	public void addCurve(String name, double[] x, double[] y) {
		left.add(points(name, x, y), true, true, DOT, SeriesColour.BLUE.print());
	}

	/** Adds a curve in the first colour, with dots when they can be told apart. */
	public void addPoints(String name, double[] x, double[] y) {
		if (x.length > MOST_DOTS)
			addLine(name, x, y, SeriesColour.BLUE);
		else
			addCurve(name, x, y);
	}

	/** Adds rings, for points that others lie upon. */
	public void addRings(String name, double[] x, double[] y) {
		addRings(name, x, y, SeriesColour.BLUE);
	}

	/** Adds rings of any colour. */
	public void addRings(String name, double[] x, double[] y, SeriesColour colour) {
		left.add(points(name, x, y), false, false, RING, colour.print());
	}

	/** Adds dots. */
	public void addDots(String name, double[] x, double[] y) {
		addDots(name, x, y, SeriesColour.VERMILION);
	}

	/** Adds dots of any colour. */
	public void addDots(String name, double[] x, double[] y, SeriesColour colour) {
		left.add(points(name, x, y), false, true, DOT, colour.print());
	}

	/** Adds a curve without dots; a second one gets the other colour. */
	public void addLine(String name, double[] x, double[] y) {
		addLine(name, x, y, left.series.getSeriesCount() == 0 ? SeriesColour.BLUE : SeriesColour.VERMILION);
	}

	/** Adds a curve without dots of any colour. */
	public void addLine(String name, double[] x, double[] y, SeriesColour colour) {
		left.add(points(name, x, y), true, true, 0, colour.print());
	}

	/**
	 * Adds a curve without dots that belongs to a second ordinate, on the right, with a scale of its own.
	 *
	 * @param label of the second ordinate, with unit
	 */
	public void addLineOnRight(String name, double[] x, double[] y, SeriesColour colour, String label) {
		right.add(points(name, x, y), true, true, 0, colour.print());
		labelRight = label;
	}

	/**
	 * Adds arrows; those with NaN are left out. They look right in a plane only.
	 *
	 * @param x  where they start
	 * @param y  where they start
	 * @param dx how far they go
	 * @param dy how far they go
	 */
	public void addArrows(String name, double[] x, double[] y, double[] dx, double[] dy) {
		DoubleStream.Builder strokesX = DoubleStream.builder();
		DoubleStream.Builder strokesY = DoubleStream.builder();
		for (int k = 0; k < x.length; k++) {
			double tipX = x[k] + dx[k];
			double tipY = y[k] + dy[k];
			if (!Double.isFinite(tipX) || !Double.isFinite(tipY))
				continue;
			strokesX.add(x[k]).add(tipX).add(tipX - ALONG * dx[k] + ACROSS * dy[k]).add(tipX)
					.add(tipX - ALONG * dx[k] - ACROSS * dy[k]).add(tipX);
			// the last one lifts the pen
			strokesY.add(y[k]).add(tipY).add(tipY - ALONG * dy[k] - ACROSS * dx[k]).add(tipY)
					.add(tipY - ALONG * dy[k] + ACROSS * dx[k]).add(Double.NaN);
		}
		left.add(new CurveData.Series(name, strokesX.build().toArray(), strokesY.build().toArray()), true, true, 0,
				SeriesColour.VERMILION.print());
	}

	private static CurveData.Series points(String name, double[] x, double[] y) {
		int[] known = IntStream.range(0, x.length).filter(k -> Double.isFinite(x[k]) && Double.isFinite(y[k])).toArray();
		return new CurveData.Series(name, IntStream.of(known).mapToDouble(k -> x[k]).toArray(),
				IntStream.of(known).mapToDouble(k -> y[k]).toArray());
	}

	/** Draws counts (iterations, frames) on the abscissa and something that is 0 at best on the ordinate. */
	public BufferedImage drawCurves(String title, String labelX, String labelY) {
		return drawCounts(title, labelX, labelY, true, CURVES);
	}

	/**
	 * The same in another size.
	 *
	 * @param fromZero whether the ordinate has its 0
	 */
	public BufferedImage drawCounts(String title, String labelX, String labelY, boolean fromZero, PictureSize size) {
		return drawn(counts(title, labelX, labelY, fromZero), size);
	}

	/** Draws any numbers against any numbers; as {@link #drawCounts} otherwise. */
	public BufferedImage drawNumbers(String title, String labelX, String labelY, boolean fromZero, PictureSize size) {
		return drawn(numbers(title, labelX, labelY, fromZero), size);
	}

	/** Draws positions on the sample: the same scale on both axes, the slow scan axis pointing down. */
	public BufferedImage drawPlane(String title, String labelX, String labelY) {
		return drawPlane(title, labelX, labelY, PLANE);
	}

	/** The same in another size. */
	public BufferedImage drawPlane(String title, String labelX, String labelY, PictureSize size) {
		JFreeChart chart = plane(title, labelX, labelY);
		ValueAxis domain = chart.getXYPlot().getDomainAxis();
		ValueAxis range = chart.getXYPlot().getRangeAxis();
		double side = Math.max(domain.getRange().getLength(), range.getRange().getLength());
		domain.setRange(about(domain.getRange(), side));
		range.setRange(about(range.getRange(), side));
		return drawn(chart, size);
	}

	private static Range about(Range range, double length) {
		return new Range(range.getCentralValue() - length / 2, range.getCentralValue() + length / 2);
	}

	/**
	 * A chart of something against counts (iterations, frames).
	 *
	 * @param title    "" for none
	 * @param fromZero whether the ordinate has its 0
	 */
	public JFreeChart counts(String title, String labelX, String labelY, boolean fromZero) {
		return graph(title, ChartStyle.counts(labelX), labelY, fromZero);
	}

	/** A chart of any numbers against any numbers; as {@link #counts} otherwise. */
	public JFreeChart numbers(String title, String labelX, String labelY, boolean fromZero) {
		return graph(title, ChartStyle.axis(labelX), labelY, fromZero);
	}

	/** A chart of positions on the sample (a {@link PlanePlot}), the slow scan axis pointing down, with a legend. */
	public JFreeChart plane(String title, String labelX, String labelY) {
		NumberAxis domain = ChartStyle.axis(labelX);
		NumberAxis range = ChartStyle.axis(labelY);
		range.setInverted(true);
		JFreeChart chart = ChartStyle.gridded(title, new PlanePlot(left.series, domain, range, left.renderer));
		ChartStyle.addLegend(chart);
		return chart;
	}

	private JFreeChart graph(String title, NumberAxis domain, String labelY, boolean fromZero) {
		NumberAxis range = ChartStyle.axis(labelY);
		domain.setAutoRangeStickyZero(false);
		range.setAutoRangeIncludesZero(fromZero);
		XYPlot plot = new XYPlot(left.series, domain, range, left.renderer);
		JFreeChart chart = ChartStyle.gridded(title, plot);
		if (right.series.getSeriesCount() > 0)
			addRight(plot, fromZero);
		if (left.series.getSeriesCount() + right.series.getSeriesCount() > 1)
			ChartStyle.addLegend(chart);
		return chart;
	}

	private void addRight(XYPlot plot, boolean fromZero) {
		NumberAxis second = ChartStyle.axis(labelRight);
		second.setAutoRangeIncludesZero(fromZero);
		plot.setRangeAxis(1, second);
		plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
		plot.setDataset(1, right.series);
		plot.setRenderer(1, right.renderer);
		plot.mapDatasetToRangeAxis(1, 1);
	}

	static BufferedImage drawn(JFreeChart chart, PictureSize size) {
		int density = size.density();
		BufferedImage image = new BufferedImage(size.width() * density, size.height() * density, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.scale(density, density);
		chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
		graphics.dispose();
		return image;
	}
}
