// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, lines and spaces that all pictures share. */
final class Style {
	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
	private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	/** Keeps numbers apart, so that there are not too many. */
	private static final RectangleInsets TICK_ROOM = new RectangleInsets(7, 4, 7, 4);
	private static final Color FRAME = new Color(0x404040);

	private Style() {
	}

	/** An axis with this label that spans its range exactly. */
	static NumberAxis axis(String label, double from, double to) {
		NumberAxis axis = axis(label);
		axis.setRange(from, to);
		return axis;
	}

	/** An axis with this label that takes its range from the data. */
	static NumberAxis axis(String label) {
		NumberAxis axis = new NumberAxis(label);
		axis.setLabelFont(LABEL);
		axis.setTickLabelFont(TICK);
		axis.setAxisLinePaint(FRAME);
		axis.setTickMarkPaint(FRAME);
		axis.setAutoRangeIncludesZero(false);
		axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
		axis.setTickLabelInsets(TICK_ROOM);
		return axis;
	}

	/** A white chart around a plot; without a title when that is empty. */
	static JFreeChart chart(String title, XYPlot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlinePaint(FRAME);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		plot.setInsets(new RectangleInsets(4, 4, 4, 4));
		JFreeChart chart = new JFreeChart(null, null, plot, false);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(4, 4, 4, 12));
		if (!title.isEmpty()) {
			TextTitle text = new TextTitle(title, TITLE);
			text.setPadding(4, 4, 6, 4);
			chart.setTitle(text);
		}
		return chart;
	}
}
