// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.Arrays;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How often which difference of the pixel maps of two halves occurs, as bars, and the normal distribution of the same width
 * as a curve.
 *
 * @param axis   of the differences: "ss" or "fs"
 * @param angles middle of each bin, rad
 * @param counts pixels in each bin
 * @param normal the normal distribution in the same bins
 */
public record SplitHalfHistogram(String axis, double[] angles, double[] counts, double[] normal) {
	private static final double NANORAD = 1e9;

	/** Checks that all have the same length. */
	public SplitHalfHistogram {
		if (counts.length != angles.length || normal.length != angles.length)
			throw new IllegalArgumentException(counts.length + " and " + normal.length + " values of " + angles.length + " bins");
	}

	/**
	 * The chart, with a legend.
	 *
	 * @param title "" for none
	 */
	public JFreeChart chart(String title) {
		double[] x = Arrays.stream(angles).map(angle -> angle * NANORAD).toArray();
		NumberAxis domain = ChartStyle.axis("difference of the ray angles, " + axis + " (nrad)");
		domain.setAutoRangeStickyZero(false);
		NumberAxis range = ChartStyle.axis("pixels");
		range.setAutoRangeIncludesZero(true);
		XYPlot plot = new XYPlot(new XYBarDataset(points("pixels", x, counts), width(x)), domain, range, bars());
		plot.setDataset(1, points("normal distribution", x, normal));
		plot.setRenderer(1, curve());
		plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
		JFreeChart chart = ChartStyle.gridded(title, plot);
		ChartStyle.addLegend(chart);
		return chart;
	}

	/** Draws the chart on white. */
	public BufferedImage draw(String title, PictureSize size) {
		return CurveChart.drawn(chart(title), size);
	}

	private static XYBarRenderer bars() {
		XYBarRenderer bars = new XYBarRenderer();
		bars.setBarPainter(new StandardXYBarPainter());
		bars.setShadowVisible(false);
		bars.setDrawBarOutline(false);
		bars.setSeriesPaint(0, SeriesColour.BLUE.print());
		return bars;
	}

	private static XYLineAndShapeRenderer curve() {
		XYLineAndShapeRenderer curve = new XYLineAndShapeRenderer(true, false);
		curve.setSeriesPaint(0, SeriesColour.VERMILION.print());
		curve.setSeriesStroke(0, new BasicStroke(2f));
		return curve;
	}

	private static XYSeriesCollection points(String name, double[] x, double[] y) {
		XYSeries points = new XYSeries(name, false);
		for (int k = 0; k < x.length; k++)
			if (Double.isFinite(x[k]) && Double.isFinite(y[k]))
				points.add(x[k], y[k], false);
		return new XYSeriesCollection(points);
	}

	/** Width of the bins, which are all as wide. */
	private static double width(double[] x) {
		return x.length > 1 ? Math.abs(x[x.length - 1] - x[0]) / (x.length - 1) : 1;
	}
}
