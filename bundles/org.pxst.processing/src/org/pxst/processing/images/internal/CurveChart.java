// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws numbers against numbers. */
public final class CurveChart {
	private static final Color GRID = new Color(0xd8d8d8);
	private static final Color FIRST = new Color(0x2b5fa8);
	private static final Color SECOND = new Color(0xb2403f);

	private final XYSeriesCollection series = new XYSeriesCollection();
	private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();

	/**
	 * Adds points joined by lines; those with NaN are left out.
	 *
	 * @param name what they are, for the legend
	 * @param x    abscissae
	 * @param y    ordinates
	 */
	public void addCurve(String name, double[] x, double[] y) {
		add(name, x, y, true, true, 2.5, FIRST);
	}

	/** Adds rings, for points that others lie upon. */
	public void addRings(String name, double[] x, double[] y) {
		add(name, x, y, false, false, 5, FIRST);
	}

	/** Adds dots. */
	public void addDots(String name, double[] x, double[] y) {
		add(name, x, y, false, true, 2.5, SECOND);
	}

	private void add(String name, double[] x, double[] y, boolean line, boolean filled, double radius, Color colour) {
		XYSeries points = new XYSeries(name, false);
		for (int k = 0; k < x.length; k++)
			if (Double.isFinite(x[k]) && Double.isFinite(y[k]))
				points.add(x[k], y[k]);
		int index = series.getSeriesCount();
		series.addSeries(points);
		Shape shape = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
		renderer.setSeriesShape(index, shape);
		renderer.setSeriesShapesFilled(index, filled);
		renderer.setSeriesLinesVisible(index, line);
		renderer.setSeriesPaint(index, colour);
		renderer.setSeriesStroke(index, new BasicStroke(1.5f));
		renderer.setSeriesOutlineStroke(index, new BasicStroke(1.5f));
	}

	/** Draws counts (iterations, frames) on the abscissa and something that is 0 at best on the ordinate. */
	public BufferedImage drawCurves(String title, String labelX, String labelY) {
		NumberAxis domain = Style.axis(labelX);
		domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
		NumberAxis range = Style.axis(labelY);
		domain.setAutoRangeStickyZero(false);
		range.setAutoRangeIncludesZero(true);
		return chart(title, domain, range).createBufferedImage(900, 540, BufferedImage.TYPE_INT_RGB, null);
	}

	/** Draws positions on the sample: the same scale on both axes, the slow scan axis pointing down. */
	public BufferedImage drawPlane(String title, String labelX, String labelY) {
		NumberAxis domain = Style.axis(labelX);
		NumberAxis range = Style.axis(labelY);
		range.setInverted(true);
		JFreeChart chart = chart(title, domain, range);
		Range x = domain.getRange();
		Range y = range.getRange();
		double side = Math.max(x.getLength(), y.getLength());
		domain.setRange(x.getCentralValue() - side / 2, x.getCentralValue() + side / 2);
		range.setRange(y.getCentralValue() - side / 2, y.getCentralValue() + side / 2);
		LegendTitle legend = new LegendTitle(chart.getXYPlot());
		legend.setItemFont(Style.TICK);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setFrame(BlockBorder.NONE);
		chart.addSubtitle(legend);
		return chart.createBufferedImage(760, 800, BufferedImage.TYPE_INT_RGB, null);
	}

	private JFreeChart chart(String title, NumberAxis domain, NumberAxis range) {
		XYPlot plot = new XYPlot(series, domain, range, renderer);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		return Style.chart(title, plot);
	}
}
