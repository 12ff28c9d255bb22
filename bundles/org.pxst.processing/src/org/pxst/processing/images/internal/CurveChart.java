// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
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
	private static final PictureSize CURVES = new PictureSize(900, 540, 1);
	private static final PictureSize PLANE = new PictureSize(760, 800, 1);
	/** Barbs of an arrow: part of its length, along and across. */
	private static final double ALONG = 0.25;
	private static final double ACROSS = 0.12;

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

	/** Adds a curve without dots; a second one gets the other colour. */
	public void addLine(String name, double[] x, double[] y) {
		add(name, x, y, true, true, 0, series.getSeriesCount() == 0 ? FIRST : SECOND);
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
		XYSeries strokes = new XYSeries(name, false);
		for (int k = 0; k < x.length; k++) {
			double tipX = x[k] + dx[k];
			double tipY = y[k] + dy[k];
			if (!Double.isFinite(tipX) || !Double.isFinite(tipY))
				continue;
			strokes.add(x[k], y[k]);
			strokes.add(tipX, tipY);
			strokes.add(tipX - ALONG * dx[k] + ACROSS * dy[k], tipY - ALONG * dy[k] - ACROSS * dx[k]);
			strokes.add(tipX, tipY);
			strokes.add(tipX - ALONG * dx[k] - ACROSS * dy[k], tipY - ALONG * dy[k] + ACROSS * dx[k]);
			// lifts the pen
			strokes.add(tipX, null);
		}
		addSeries(strokes, true, true, 0, SECOND);
	}

	private void add(String name, double[] x, double[] y, boolean line, boolean filled, double radius, Color colour) {
		XYSeries points = new XYSeries(name, false);
		for (int k = 0; k < x.length; k++)
			if (Double.isFinite(x[k]) && Double.isFinite(y[k]))
				points.add(x[k], y[k]);
		addSeries(points, line, filled, radius, colour);
	}

	private void addSeries(XYSeries points, boolean line, boolean filled, double radius, Color colour) {
		int index = series.getSeriesCount();
		series.addSeries(points);
		Shape shape = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
		renderer.setSeriesShape(index, shape);
		renderer.setSeriesShapesFilled(index, filled);
		renderer.setSeriesShapesVisible(index, radius > 0);
		renderer.setSeriesLinesVisible(index, line);
		renderer.setSeriesPaint(index, colour);
		renderer.setSeriesStroke(index, new BasicStroke(1.5f));
		renderer.setSeriesOutlineStroke(index, new BasicStroke(1.5f));
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
		NumberAxis domain = Style.axis(labelX);
		domain.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
		return drawGraph(title, domain, labelY, fromZero, size);
	}

	/** Draws any numbers against any numbers; as {@link #drawCounts} otherwise. */
	public BufferedImage drawNumbers(String title, String labelX, String labelY, boolean fromZero, PictureSize size) {
		return drawGraph(title, Style.axis(labelX), labelY, fromZero, size);
	}

	private BufferedImage drawGraph(String title, NumberAxis domain, String labelY, boolean fromZero, PictureSize size) {
		NumberAxis range = Style.axis(labelY);
		domain.setAutoRangeStickyZero(false);
		range.setAutoRangeIncludesZero(fromZero);
		JFreeChart chart = chart(title, domain, range);
		if (series.getSeriesCount() > 1)
			addLegend(chart);
		return drawn(chart, size);
	}

	private static BufferedImage drawn(JFreeChart chart, PictureSize size) {
		int density = size.density();
		BufferedImage image = new BufferedImage(size.width() * density, size.height() * density, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.scale(density, density);
		chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
		graphics.dispose();
		return image;
	}

	/** Draws positions on the sample: the same scale on both axes, the slow scan axis pointing down. */
	public BufferedImage drawPlane(String title, String labelX, String labelY) {
		return drawPlane(title, labelX, labelY, PLANE);
	}

	/** The same in another size. */
	public BufferedImage drawPlane(String title, String labelX, String labelY, PictureSize size) {
		NumberAxis domain = Style.axis(labelX);
		NumberAxis range = Style.axis(labelY);
		range.setInverted(true);
		JFreeChart chart = chart(title, domain, range);
		Range x = domain.getRange();
		Range y = range.getRange();
		double side = Math.max(x.getLength(), y.getLength());
		domain.setRange(x.getCentralValue() - side / 2, x.getCentralValue() + side / 2);
		range.setRange(y.getCentralValue() - side / 2, y.getCentralValue() + side / 2);
		addLegend(chart);
		return drawn(chart, size);
	}

	private static void addLegend(JFreeChart chart) {
		LegendTitle legend = new LegendTitle(chart.getXYPlot());
		legend.setItemFont(Style.TICK);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setFrame(BlockBorder.NONE);
		chart.addSubtitle(legend);
	}

	private JFreeChart chart(String title, NumberAxis domain, NumberAxis range) {
		XYPlot plot = new XYPlot(series, domain, range, renderer);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		return Style.chart(title, plot);
	}
}
