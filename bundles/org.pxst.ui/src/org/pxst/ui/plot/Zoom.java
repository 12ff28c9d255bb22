// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.pxst.processing.charts.PlanePlot;

/** Changes the ranges of a chart's axes as the user moves about in it. For the UI thread. */
final class Zoom {
	/** Shorter ranges, as part of the numbers themselves, cannot be told apart from one number. */
	private static final double SHORTEST = 1e-12;
	private static final double LONGEST = 1e300;

	private final JFreeChart chart;
	private final Map<ValueAxis, Start> starts = new LinkedHashMap<>();
	private boolean changed;

	/** How an axis was when the chart was first shown. */
	private record Start(boolean automatic, Range range) {
	}

	/** An axis and where it is on the canvas. */
	private record Placed(ValueAxis axis, RectangleEdge edge) {
		private boolean isHorizontal() {
			return RectangleEdge.isTopOrBottom(edge);
		}
	}

	Zoom(JFreeChart chart) {
		this.chart = chart;
		for (Placed placed : axes())
			starts.put(placed.axis, new Start(placed.axis.isAutoRange(), placed.axis.getRange()));
	}

	/** Shows the same part as another chart did, if the user chose it and this chart has the same axes. */
	void takeOver(Zoom other) {
		List<Placed> mine = axes();
		List<Placed> others = other.axes();
		boolean same = mine.size() == others.size();
		for (int k = 0; same && k < mine.size(); k++)
			same = Objects.equals(mine.get(k).axis.getLabel(), others.get(k).axis.getLabel());
		if (!same || !other.changed)
			return;
		for (int k = 0; k < mine.size(); k++)
			if (!others.get(k).axis.isAutoRange())
				mine.get(k).axis.setRange(others.get(k).axis.getRange());
		changed = true;
	}

	/** Whether both axes have the same scale. */
	boolean isPlane() {
		return chart.getPlot() instanceof PlanePlot;
	}

	/** Whether the user has zoomed or moved the chart. */
	boolean isChanged() {
		return changed;
	}

	private List<Placed> axes() {
		List<Placed> axes = new ArrayList<>();
		Plot plot = chart.getPlot();
		if (plot instanceof XYPlot xy) {
			for (int k = 0; k < xy.getDomainAxisCount(); k++)
				add(axes, xy.getDomainAxis(k), xy.getDomainAxisEdge(k));
			for (int k = 0; k < xy.getRangeAxisCount(); k++)
				add(axes, xy.getRangeAxis(k), xy.getRangeAxisEdge(k));
		} else if (plot instanceof CategoryPlot bars) {
			for (int k = 0; k < bars.getRangeAxisCount(); k++)
				add(axes, bars.getRangeAxis(k), edge(bars, k));
		}
		return axes;
	}

	private static RectangleEdge edge(CategoryPlot plot, int index) {
		AxisLocation location = plot.getRangeAxisLocation(index);
		PlotOrientation orientation = plot.getOrientation();
		return Plot.resolveRangeAxisLocation(location, orientation);
	}

	private static void add(List<Placed> axes, ValueAxis axis, RectangleEdge edge) {
		if (axis != null)
			axes.add(new Placed(axis, edge));
	}

	/**
	 * Zooms about a place; over an axis that axis alone.
	 *
	 * @param factor of the ranges' lengths: less than 1 shows less
	 * @param area   inside of the axes
	 */
	void zoom(double x, double y, double factor, Rectangle2D area) {
		RectangleEdge over = over(x, y, area);
		change(area, (placed, low, high) -> {
			if (over != null && placed.edge != over && !isPlane())
				return null;
			double centre = placed.isHorizontal() ? clamp(x, area.getMinX(), area.getMaxX()) : clamp(y, area.getMinY(), area.getMaxY());
			return new double[] { centre + (low - centre) * factor, centre + (high - centre) * factor };
		});
	}

	/** Moves the chart by so many pixels. */
	void pan(double dx, double dy, Rectangle2D area) {
		change(area, (placed, low, high) -> {
			double shift = placed.isHorizontal() ? dx : dy;
			return shift == 0 ? null : new double[] { low - shift, high - shift };
		});
	}

	/** Shows all there is. */
	void reset() {
		changed = false;
		starts.forEach((axis, start) -> {
			if (start.automatic)
				axis.setAutoRange(true);
			else
				axis.setRange(start.range);
		});
	}

	/** Says which pixels come to lie at the ends of an axis; null for those that they are at now. */
	private interface Ends {
		double[] of(Placed axis, double low, double high);
	}

	private void change(Rectangle2D area, Ends ends) {
		if (!(area.getWidth() > 1 && area.getHeight() > 1))
			return;
		if (isPlane())
			scale(area);
		Map<ValueAxis, Range> ranges = new LinkedHashMap<>();
		for (Placed placed : axes()) {
			double low = placed.isHorizontal() ? area.getMinX() : area.getMinY();
			double high = placed.isHorizontal() ? area.getMaxX() : area.getMaxY();
			double[] pixels = ends.of(placed, low, high);
			if (pixels != null)
				ranges.put(placed.axis, range(placed.axis.java2DToValue(pixels[0], area, placed.edge),
						placed.axis.java2DToValue(pixels[1], area, placed.edge)));
		}
		if (ranges.isEmpty() || ranges.containsValue(null))
			return;
		changed = true;
		ranges.forEach(ValueAxis::setRange);
	}

	private void scale(Rectangle2D area) {
		XYPlot plot = chart.getXYPlot();
		EqualScale ranges = EqualScale.fit(plot.getDomainAxis().getRange(), plot.getRangeAxis().getRange(), area);
		plot.getDomainAxis().setRange(ranges.x());
		plot.getRangeAxis().setRange(ranges.y());
	}

	/** Null when there is nothing to be seen between two values. */
	private static Range range(double a, double b) {
		double low = Math.min(a, b);
		double high = Math.max(a, b);
		double size = Math.max(Math.abs(low), Math.abs(high));
		return high - low > SHORTEST * size && size < LONGEST ? new Range(low, high) : null;
	}

	private static RectangleEdge over(double x, double y, Rectangle2D area) {
		if (x < area.getMinX())
			return RectangleEdge.LEFT;
		if (x > area.getMaxX())
			return RectangleEdge.RIGHT;
		if (y > area.getMaxY())
			return RectangleEdge.BOTTOM;
		return y < area.getMinY() ? RectangleEdge.TOP : null;
	}

	private static double clamp(double value, double low, double high) {
		return Math.max(low, Math.min(high, value));
	}
}
