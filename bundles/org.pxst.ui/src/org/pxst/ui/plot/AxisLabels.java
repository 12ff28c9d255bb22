// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Labels of axes in plots that are too small for them: they are written smaller, and cut off with dots when that is not enough. */
final class AxisLabels {
	private static final float SMALLEST = 9;
	private static final double NARROW = 2;
	private static final String DOTS = "\u2026";
	private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

	private final List<Axis> horizontal = new ArrayList<>();
	private final List<Axis> vertical = new ArrayList<>();

	/** @param plot a copy, whose axes may be changed */
	AxisLabels(Plot plot) {
		if (plot instanceof XYPlot xy) {
			boolean upright = xy.getOrientation() == PlotOrientation.VERTICAL;
			for (int k = 0; k < xy.getDomainAxisCount(); k++)
				add(xy.getDomainAxis(k), upright);
			for (int k = 0; k < xy.getRangeAxisCount(); k++)
				add(xy.getRangeAxis(k), !upright);
		} else if (plot instanceof CategoryPlot bars) {
			boolean upright = bars.getOrientation() == PlotOrientation.VERTICAL;
			add(bars.getDomainAxis(), upright);
			for (int k = 0; k < bars.getRangeAxisCount(); k++)
				add(bars.getRangeAxis(k), !upright);
		}
	}

	private void add(Axis axis, boolean isHorizontal) {
		if (axis != null && axis.getLabel() != null)
			(isHorizontal ? horizontal : vertical).add(axis);
	}

	/** Whether a label may be too long for a chart of this size, whatever else is around its axes. */
	boolean mayBeTooLong(int width, int height) {
		return horizontal.stream().anyMatch(axis -> width(axis.getLabel(), axis.getLabelFont()) > width / 2.0)
				|| vertical.stream().anyMatch(axis -> width(axis.getLabel(), axis.getLabelFont()) > height / 2.0);
	}

	/** Leaves less room above and below the numbers and labels of horizontal axes. */
	void tighten() {
		for (Axis axis : horizontal) {
			axis.setTickLabelInsets(new RectangleInsets(NARROW, axis.getTickLabelInsets().getLeft(), NARROW,
					axis.getTickLabelInsets().getRight()));
			axis.setLabelInsets(RectangleInsets.ZERO_INSETS);
		}
	}

	/** Makes all labels fit beside their axes. */
	void fit(Rectangle2D area) {
		horizontal.forEach(axis -> fit(axis, area.getWidth()));
		vertical.forEach(axis -> fit(axis, area.getHeight()));
	}

	private static void fit(Axis axis, double room) {
		String label = axis.getLabel();
		Font font = axis.getLabelFont();
		double length = width(label, font);
		if (length <= room)
			return;
		font = font.deriveFont((float) Math.max(SMALLEST, Math.floor(font.getSize2D() * room / length)));
		while (label.length() > 1 && width(label, font) > room)
			label = label.substring(0, label.length() - (label.endsWith(DOTS) ? 2 : 1)) + DOTS;
		axis.setLabelFont(font);
		axis.setLabel(label);
	}

	private static double width(String text, Font font) {
		return font.getStringBounds(text, CONTEXT).getWidth();
	}
}
