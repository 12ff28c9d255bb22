// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Coefficients of Zernike polynomials as bars beside each other, at 0, 1, 2 .. on the abscissa in the order in which they are
 * given.
 *
 * @param bars      the coefficients
 * @param unit      of the coefficients
 * @param withNames whether names are written below the bars, upright, or Noll's indices alone
 */
public record ZernikeChart(List<Bar> bars, String unit, boolean withNames) {
	private static final double WIDTH = 0.8;

	/** Copies the list. */
	public ZernikeChart {
		bars = List.copyOf(bars);
	}

	/**
	 * A coefficient.
	 *
	 * @param index Noll's
	 * @param name  of the aberration
	 * @param value of the coefficient; without a bar when it is not finite
	 * @param look  how it is drawn
	 */
	public record Bar(int index, String name, double value, Look look) {
		/** One that is drawn as its sign says. */
		public Bar(int index, String name, double value) {
			this(index, name, value, Look.SIGN);
		}
	}

	/** How a bar is drawn. */
	public enum Look {
		/** In the colour of its sign. */
		SIGN,
		/** Selected. */
		SELECTED,
		/** Not part of a sum. */
		LEFT_OUT
	}

	/**
	 * Makes the chart.
	 *
	 * @param title "" for none
	 */
	public JFreeChart chart(String title) {
		Map<SeriesColour, XYSeries> series = new EnumMap<>(SeriesColour.class);
		for (int k = 0; k < bars.size(); k++)
			if (Double.isFinite(bars.get(k).value())) {
				SeriesColour colour = colour(bars.get(k));
				series.computeIfAbsent(colour, c -> new XYSeries(meaning(c), false)).add(k, bars.get(k).value());
			}
		XYSeriesCollection all = new XYSeriesCollection();
		XYBarRenderer renderer = new XYBarRenderer();
		renderer.setBarPainter(new StandardXYBarPainter());
		renderer.setShadowVisible(false);
		renderer.setDrawBarOutline(false);
		series.forEach((colour, points) -> {
			renderer.setSeriesPaint(all.getSeriesCount(), colour.print());
			all.addSeries(points);
		});
		SymbolAxis domain = new SymbolAxis(withNames ? "aberration, after Noll's index" : "Noll's index",
				bars.stream().map(this::label).toArray(String[]::new));
		ChartStyle.dress(domain);
		domain.setGridBandsVisible(false);
		domain.setVerticalTickLabels(withNames);
		domain.setRange(-0.5 - (1 - WIDTH), Math.max(1, bars.size()) - 0.5 + (1 - WIDTH));
		NumberAxis range = ChartStyle.axis("coefficient (" + unit + ")");
		range.setAutoRangeIncludesZero(true);
		XYPlot plot = new XYPlot(new XYBarDataset(all, WIDTH), domain, range, renderer);
		plot.addRangeMarker(new ValueMarker(0, SeriesColour.GREY.print(), new BasicStroke(1)), Layer.BACKGROUND);
		JFreeChart chart = ChartStyle.gridded(title, plot);
		plot.setDomainGridlinesVisible(false);
		return chart;
	}

	/** Draws the chart on white. */
	public BufferedImage draw(String title, PictureSize size) {
		return CurveChart.drawn(chart(title), size);
	}

	private String label(Bar bar) {
		return withNames ? bar.name() + "  " + bar.index() : Integer.toString(bar.index());
	}

	private static SeriesColour colour(Bar bar) {
		return switch (bar.look()) {
		case SELECTED -> SeriesColour.ORANGE;
		case LEFT_OUT -> SeriesColour.GREY;
		case SIGN -> bar.value() < 0 ? SeriesColour.VERMILION : SeriesColour.BLUE;
		};
	}

	private static String meaning(SeriesColour colour) {
		return switch (colour) {
		case ORANGE -> "selected";
		case GREY -> "left out";
		case VERMILION -> "negative";
		default -> "positive";
		};
	}
}
