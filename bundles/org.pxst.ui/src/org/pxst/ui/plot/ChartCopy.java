// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.util.Collection;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.OHLCDataset;
import org.jfree.data.xy.TableXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;

/**
 * Copies charts, so that one can be coloured and drawn in a thread of its own while the other one changes. JFreeChart's own
 * copies share markers, legends and listeners with the original.
 */
final class ChartCopy {
	private final FrozenCache cache;

	/** @param cache points that were copied before */
	ChartCopy(FrozenCache cache) {
		this.cache = cache;
	}

	/**
	 * Copies a chart with an {@link XYPlot} or {@link CategoryPlot}: axes with the ranges that they have, points, renderers,
	 * markers, annotations, titles.
	 *
	 * @throws IllegalArgumentException when it has parts that cannot be copied, or another kind of plot
	 */
	JFreeChart of(JFreeChart chart) {
		try {
			Plot plot = plot(chart.getPlot());
			JFreeChart copy = new JFreeChart(null, null, plot, false);
			copy.setPadding(chart.getPadding());
			copy.setBackgroundPaint(chart.getBackgroundPaint());
			copy.setBorderVisible(chart.isBorderVisible());
			if (chart.getTitle() != null)
				copy.setTitle((TextTitle) chart.getTitle().clone());
			for (int k = 0; k < chart.getSubtitleCount(); k++)
				copy.addSubtitle(title(chart.getSubtitle(k), plot));
			return copy;
		} catch (CloneNotSupportedException e) {
			throw new IllegalArgumentException("the chart has parts that cannot be copied: " + e.getMessage(), e);
		}
	}

	private static Title title(Title title, Plot plot) throws CloneNotSupportedException {
		if (!(title instanceof LegendTitle legend))
			return (Title) title.clone();
		LegendTitle copy = new LegendTitle(plot);
		copy.setItemFont(legend.getItemFont());
		copy.setPosition(legend.getPosition());
		copy.setFrame(legend.getFrame());
		copy.setMargin(legend.getMargin());
		copy.setPadding(legend.getPadding());
		copy.setHorizontalAlignment(legend.getHorizontalAlignment());
		copy.setVisible(legend.isVisible());
		return copy;
	}

	private Plot plot(Plot plot) throws CloneNotSupportedException {
		if (plot instanceof XYPlot xy)
			return xy(xy);
		if (plot instanceof CategoryPlot bars)
			return bars(bars);
		throw new IllegalArgumentException("a plot of type " + plot.getPlotType() + " cannot be shown");
	}

	private static void common(Plot from, Plot to) {
		to.setInsets(from.getInsets());
		to.setBackgroundPaint(from.getBackgroundPaint());
		to.setOutlinePaint(from.getOutlinePaint());
		to.setOutlineVisible(from.isOutlineVisible());
		to.setNoDataMessage(from.getNoDataMessage());
		to.setNoDataMessageFont(from.getNoDataMessageFont());
	}

	private XYPlot xy(XYPlot plot) throws CloneNotSupportedException {
		XYPlot copy = new XYPlot();
		common(plot, copy);
		copy.setOrientation(plot.getOrientation());
		copy.setAxisOffset(plot.getAxisOffset());
		copy.setDatasetRenderingOrder(plot.getDatasetRenderingOrder());
		copy.setDomainGridlinesVisible(plot.isDomainGridlinesVisible());
		copy.setRangeGridlinesVisible(plot.isRangeGridlinesVisible());
		copy.setDomainZeroBaselineVisible(plot.isDomainZeroBaselineVisible());
		copy.setRangeZeroBaselineVisible(plot.isRangeZeroBaselineVisible());
		copy.setDomainPannable(plot.isDomainPannable());
		for (int k = 0; k < plot.getDatasetCount(); k++)
			if (plot.getDataset(k) != null) {
				copy.setDataset(k, data(plot.getDataset(k)));
				copy.setRenderer(k, (XYItemRenderer) cloned(plot.getRendererForDataset(plot.getDataset(k))));
				copy.mapDatasetToDomainAxis(k, Math.max(0, plot.getDomainAxisIndex(plot.getDomainAxisForDataset(k))));
				copy.mapDatasetToRangeAxis(k, Math.max(0, plot.getRangeAxisIndex(plot.getRangeAxisForDataset(k))));
			}
		// after the data, which would change the ranges
		for (int k = 0; k < plot.getDomainAxisCount(); k++) {
			copy.setDomainAxis(k, axis(plot.getDomainAxis(k)));
			copy.setDomainAxisLocation(k, plot.getDomainAxisLocation(k));
		}
		for (int k = 0; k < plot.getRangeAxisCount(); k++) {
			copy.setRangeAxis(k, axis(plot.getRangeAxis(k)));
			copy.setRangeAxisLocation(k, plot.getRangeAxisLocation(k));
		}
		for (Layer layer : List.of(Layer.FOREGROUND, Layer.BACKGROUND)) {
			for (Marker marker : markers(plot.getDomainMarkers(layer)))
				copy.addDomainMarker(marker(marker), layer);
			for (Marker marker : markers(plot.getRangeMarkers(layer)))
				copy.addRangeMarker(marker(marker), layer);
		}
		for (Object annotation : plot.getAnnotations())
			copy.addAnnotation((XYAnnotation) cloned(annotation));
		return copy;
	}

	/** Renderers and annotations have no common type with a public method for that. */
	private static Object cloned(Object original) throws CloneNotSupportedException {
		try {
			return original.getClass().getMethod("clone").invoke(original);
		} catch (ReflectiveOperationException e) {
			throw (CloneNotSupportedException) new CloneNotSupportedException(original.getClass().getName()).initCause(e);
		}
	}

	private static List<Marker> markers(Collection<?> markers) {
		return markers == null ? List.of() : markers.stream().map(Marker.class::cast).toList();
	}

	/** Markers that were cloned would tell the listeners of the original ones when they are coloured. */
	private static Marker marker(Marker marker) throws CloneNotSupportedException {
		Marker copy;
		if (marker instanceof ValueMarker line)
			copy = new ValueMarker(line.getValue());
		else if (marker instanceof IntervalMarker range)
			copy = new IntervalMarker(range.getStartValue(), range.getEndValue());
		else
			throw new CloneNotSupportedException(marker.getClass().getName());
		copy.setPaint(marker.getPaint());
		copy.setStroke(marker.getStroke());
		copy.setOutlinePaint(marker.getOutlinePaint());
		copy.setOutlineStroke(marker.getOutlineStroke());
		copy.setAlpha(marker.getAlpha());
		copy.setLabel(marker.getLabel());
		copy.setLabelFont(marker.getLabelFont());
		copy.setLabelPaint(marker.getLabelPaint());
		copy.setLabelBackgroundColor(marker.getLabelBackgroundColor());
		copy.setLabelAnchor(marker.getLabelAnchor());
		copy.setLabelOffset(marker.getLabelOffset());
		copy.setLabelOffsetType(marker.getLabelOffsetType());
		copy.setLabelTextAnchor(marker.getLabelTextAnchor());
		return copy;
	}

	/** Whether points of this kind can be copied; renderers ask some for more than points. */
	private static boolean canFreeze(XYDataset data) {
		return !(data instanceof XYZDataset || data instanceof TableXYDataset || data instanceof OHLCDataset);
	}

	private XYDataset data(XYDataset data) {
		return canFreeze(data) ? cache.frozen(data) : data;
	}

	/** An axis that keeps its range whatever happens to the data. */
	private static ValueAxis axis(ValueAxis axis) throws CloneNotSupportedException {
		if (axis == null)
			return null;
		ValueAxis copy = (ValueAxis) axis.clone();
		copy.setRange(axis.getRange(), true, false);
		return copy;
	}

	private static CategoryPlot bars(CategoryPlot plot) throws CloneNotSupportedException {
		CategoryPlot copy = new CategoryPlot();
		common(plot, copy);
		copy.setOrientation(plot.getOrientation());
		copy.setAxisOffset(plot.getAxisOffset());
		copy.setDatasetRenderingOrder(plot.getDatasetRenderingOrder());
		copy.setDomainGridlinesVisible(plot.isDomainGridlinesVisible());
		copy.setRangeGridlinesVisible(plot.isRangeGridlinesVisible());
		copy.setRangeZeroBaselineVisible(plot.isRangeZeroBaselineVisible());
		for (int k = 0; k < plot.getDatasetCount(); k++)
			if (plot.getDataset(k) != null) {
				copy.setDataset(k, data(plot.getDataset(k)));
				copy.setRenderer(k, (CategoryItemRenderer) cloned(plot.getRendererForDataset(plot.getDataset(k))));
			}
		copy.setDomainAxis((CategoryAxis) plot.getDomainAxis().clone());
		copy.setDomainAxisLocation(plot.getDomainAxisLocation());
		for (int k = 0; k < plot.getRangeAxisCount(); k++) {
			copy.setRangeAxis(k, axis(plot.getRangeAxis(k)));
			copy.setRangeAxisLocation(k, plot.getRangeAxisLocation(k));
		}
		return copy;
	}

	private static CategoryDataset data(CategoryDataset data) throws CloneNotSupportedException {
		return data instanceof DefaultCategoryDataset values ? (CategoryDataset) values.clone() : data;
	}
}
