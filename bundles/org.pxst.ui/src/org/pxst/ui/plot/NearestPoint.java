// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.xy.XYDataset;

/**
 * The point of a chart that is nearest to a place.
 *
 * @param screenX where it is on the canvas
 * @param screenY where it is on the canvas
 * @param text    name and coordinates with the labels of the axes, one a line
 */
record NearestPoint(double screenX, double screenY, String text) {
	/** Points further away are not meant, canvas pixels. */
	private static final double REACH = 12;

	/** Finds it; empty when there is none near. */
	static Optional<NearestPoint> of(Drawing drawing, double x, double y) {
		if (drawing.transform().isEmpty())
			return Optional.empty();
		PlotTransform transform = drawing.transform().get();
		if (drawing.chart().getPlot() instanceof XYPlot plot)
			return point(plot, transform, x, y);
		return bar((CategoryPlot) drawing.chart().getPlot(), transform, x, y);
	}

	private static Optional<NearestPoint> point(XYPlot plot, PlotTransform transform, double x, double y) {
		boolean upright = plot.getOrientation() == PlotOrientation.VERTICAL;
		double least = REACH * REACH;
		NearestPoint nearest = null;
		for (int d = 0; d < plot.getDatasetCount(); d++) {
			XYDataset data = plot.getDataset(d);
			if (data == null)
				continue;
			ValueAxis domain = plot.getDomainAxisForDataset(d);
			ValueAxis range = plot.getRangeAxisForDataset(d);
			RectangleEdge domainEdge = plot.getDomainAxisEdge(plot.getDomainAxisIndex(domain));
			RectangleEdge rangeEdge = plot.getRangeAxisEdge(plot.getRangeAxisIndex(range));
			Rectangle2D area = transform.area();
			for (int s = 0; s < data.getSeriesCount(); s++)
				for (int k = 0; k < data.getItemCount(s); k++) {
					double alongDomain = domain.valueToJava2D(data.getXValue(s, k), area, domainEdge);
					double alongRange = range.valueToJava2D(data.getYValue(s, k), area, rangeEdge);
					double px = upright ? alongDomain : alongRange;
					double py = upright ? alongRange : alongDomain;
					double distance = (px - x) * (px - x) + (py - y) * (py - y);
					if (distance < least && area.contains(px, py)) {
						least = distance;
						nearest = new NearestPoint(px, py, data.getSeriesKey(s) + "\n" + line(domain.getLabel(), data.getXValue(s, k))
								+ "\n" + line(range.getLabel(), data.getYValue(s, k)));
					}
				}
		}
		return Optional.ofNullable(nearest);
	}

	private static Optional<NearestPoint> bar(CategoryPlot plot, PlotTransform transform, double x, double y) {
		CategoryDataset data = plot.getDataset();
		boolean upright = plot.getOrientation() == PlotOrientation.VERTICAL;
		if (data == null || !transform.area().contains(x, y))
			return Optional.empty();
		int column = (int) Math.rint(upright ? transform.toData(x, y).getX() : transform.toData(x, y).getY());
		if (column < 0 || column >= data.getColumnCount())
			return Optional.empty();
		StringBuilder text = new StringBuilder(String.valueOf(data.getColumnKey(column)));
		double value = Double.NaN;
		for (int row = 0; row < data.getRowCount(); row++) {
			Number number = data.getValue(row, column);
			if (number == null)
				continue;
			value = number.doubleValue();
			text.append('\n').append(line(plot.getRangeAxis().getLabel(), value));
		}
		double px = upright ? transform.screenX(column) : transform.screenX(value);
		double py = upright ? transform.screenY(value) : transform.screenY(column);
		return Double.isNaN(value) ? Optional.empty() : Optional.of(new NearestPoint(px, py, text.toString()));
	}

	private static String line(String label, double value) {
		String number = value == Math.rint(value) && Math.abs(value) < 1e6 ? String.format(Locale.ROOT, "%.0f", value)
				: String.format(Locale.ROOT, "%.5g", value);
		return (label == null || label.isEmpty() ? "" : label + ": ") + number;
	}
}
