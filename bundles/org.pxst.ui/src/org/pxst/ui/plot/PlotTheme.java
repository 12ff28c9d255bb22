// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.Color;
import java.awt.Paint;
import java.util.Collection;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.AbstractRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Layer;
import org.pxst.processing.charts.SeriesColour;

/**
 * Colours of a chart on a screen. Curves whose colour is one of {@link SeriesColour}, or that have none, get the variant that
 * suits the background; any other colour is the chart's own and stays.
 *
 * @param background of the chart
 * @param text       titles and numbers
 */
record PlotTheme(Color background, Color text) {
	/** On white paper. */
	static final PlotTheme PRINT = new PlotTheme(Color.WHITE, Color.BLACK);

	private static final double LINES = 0.65;
	private static final double GRID = 0.16;

	/** Whether the background is darker than the text. */
	boolean dark() {
		return brightness(background) < brightness(text);
	}

	private static int brightness(Color colour) {
		return 2 * colour.getRed() + 5 * colour.getGreen() + colour.getBlue();
	}

	/** A colour between background and text. */
	private Color between(double part) {
		return new Color(mix(background.getRed(), text.getRed(), part), mix(background.getGreen(), text.getGreen(), part),
				mix(background.getBlue(), text.getBlue(), part));
	}

	private static int mix(int a, int b, double part) {
		return (int) Math.round(a + part * (b - a));
	}

	/** The variant of a colour for this background. */
	Paint adapted(Paint paint) {
		for (SeriesColour colour : SeriesColour.values())
			if (colour.print().equals(paint) || colour.screen(false).equals(paint))
				return colour.screen(dark());
		return Color.BLACK.equals(paint) ? text : paint;
	}

	/** Colours a chart, which nobody else must be using. */
	void apply(JFreeChart chart) {
		chart.setBackgroundPaint(background);
		if (chart.getTitle() != null)
			chart.getTitle().setPaint(text);
		for (int k = 0; k < chart.getSubtitleCount(); k++)
			apply(chart.getSubtitle(k));
		chart.getPlot().setBackgroundPaint(background);
		chart.getPlot().setOutlinePaint(between(LINES));
		chart.getPlot().setNoDataMessagePaint(text);
		if (chart.getPlot() instanceof XYPlot plot)
			apply(plot);
		else if (chart.getPlot() instanceof CategoryPlot plot)
			apply(plot);
	}

	private void apply(Title title) {
		if (title instanceof LegendTitle legend) {
			legend.setItemPaint(text);
			legend.setBackgroundPaint(background);
			legend.setFrame(BlockBorder.NONE);
		} else if (title instanceof TextTitle line) {
			line.setPaint(text);
		}
	}

	private void apply(Axis axis) {
		if (axis == null)
			return;
		axis.setLabelPaint(text);
		axis.setTickLabelPaint(text);
		axis.setAxisLinePaint(between(LINES));
		axis.setTickMarkPaint(between(LINES));
	}

	private void apply(XYPlot plot) {
		for (int k = 0; k < plot.getDomainAxisCount(); k++)
			apply(plot.getDomainAxis(k));
		for (int k = 0; k < plot.getRangeAxisCount(); k++)
			apply(plot.getRangeAxis(k));
		plot.setDomainGridlinePaint(between(GRID));
		plot.setRangeGridlinePaint(between(GRID));
		int curve = 0;
		for (int k = 0; k < plot.getDatasetCount(); k++)
			if (plot.getDataset(k) != null && plot.getRendererForDataset(plot.getDataset(k)) instanceof AbstractRenderer renderer)
				curve = apply(renderer, plot.getDataset(k).getSeriesCount(), curve);
		for (Layer layer : List.of(Layer.FOREGROUND, Layer.BACKGROUND)) {
			apply(plot.getDomainMarkers(layer));
			apply(plot.getRangeMarkers(layer));
		}
		for (Object annotation : plot.getAnnotations())
			if (annotation instanceof XYTextAnnotation line)
				line.setPaint(adapted(line.getPaint()));
	}

	private void apply(CategoryPlot plot) {
		apply(plot.getDomainAxis());
		for (int k = 0; k < plot.getRangeAxisCount(); k++)
			apply(plot.getRangeAxis(k));
		plot.setDomainGridlinePaint(between(GRID));
		plot.setRangeGridlinePaint(between(GRID));
		int curve = 0;
		for (int k = 0; k < plot.getDatasetCount(); k++)
			if (plot.getDataset(k) != null && plot.getRendererForDataset(plot.getDataset(k)) instanceof AbstractRenderer renderer)
				curve = apply(renderer, plot.getDataset(k).getRowCount(), curve);
	}

	/** Returns the number of the next curve that has no colour of its own. */
	private int apply(AbstractRenderer renderer, int count, int curve) {
		int next = curve;
		for (int s = 0; s < count; s++) {
			Paint own = renderer.getSeriesPaint(s);
			renderer.setSeriesPaint(s, own == null ? SeriesColour.of(next++).screen(dark()) : adapted(own));
		}
		renderer.setDefaultItemLabelPaint(text);
		return next;
	}

	private void apply(Collection<?> markers) {
		if (markers != null)
			markers.stream().map(Marker.class::cast).forEach(this::apply);
	}

	private void apply(Marker marker) {
		marker.setPaint(adapted(marker.getPaint()));
		marker.setLabelPaint(adapted(marker.getLabelPaint()));
	}
}
