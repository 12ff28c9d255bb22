// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** A logarithmic axis with round numbers at its ticks, however short or long its range is. JFreeChart's own has 0.3162 and the like. */
final class DecadeAxis extends LogAxis {
	private static final long serialVersionUID = 1L;
	private static final MathContext DIGITS = new MathContext(9);
	/** Ranges of a smaller factor have ticks at equal distances. */
	private static final double SHORT = 8;
	/** Ranges of a larger factor have ticks at powers of ten only. */
	private static final double LONG = 1e4;
	private static final double EQUAL_STEPS = 6;
	private static final double[] ROUND = { 1, 2, 5 };

	DecadeAxis(String label) {
		super(label);
	}

	@Override
	public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
		boolean below = RectangleEdge.isTopOrBottom(edge);
		TextAnchor anchor = below ? edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER
				: edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
		List<NumberTick> ticks = new ArrayList<>();
		for (double value : values(getRange()))
			ticks.add(new NumberTick(value, new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString(), anchor,
					TextAnchor.CENTER, 0));
		return ticks;
	}

	/** Round numbers in a range of positive numbers. */
	static List<Double> values(Range range) {
		double low = range.getLowerBound();
		double high = range.getUpperBound();
		List<Double> values = new ArrayList<>();
		if (high < SHORT * low) {
			double step = round((high - low) / EQUAL_STEPS);
			for (double k = Math.ceil(low / step); k * step <= high; k++)
				values.add(k * step);
			return values;
		}
		for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high); decade++)
			for (double digit : ROUND) {
				double value = digit * Math.pow(10, decade);
				if (value >= low && value <= high && (digit == 1 || high < LONG * low))
					values.add(value);
			}
		return values;
	}

	/** The next round number above. */
	private static double round(double step) {
		double decade = Math.pow(10, Math.floor(Math.log10(step)));
		for (double digit : ROUND)
			if (digit * decade >= step)
				return digit * decade;
		return 10 * decade;
	}
}
