// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.Color;
import java.awt.Font;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, lines and spaces that all charts share. */
public final class ChartStyle {
	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
	private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	/** Keeps numbers apart, so that there are not too many. */
	private static final RectangleInsets TICK_ROOM = new RectangleInsets(7, 4, 7, 4);
	private static final Color FRAME = new Color(0x404040);
	private static final Color GRID = new Color(0xd8d8d8);

	private ChartStyle() {
	}

	/** An axis with this label that spans its range exactly. */
	public static NumberAxis axis(String label, double from, double to) {
		NumberAxis axis = axis(label);
		axis.setRange(from, to);
		return axis;
	}

	/** An axis with this label that takes its range from the data. */
	public static NumberAxis axis(String label) {
		NumberAxis axis = new NumberAxis(label);
		dress(axis);
		axis.setAutoRangeIncludesZero(false);
		axis.setStandardTickUnits(RoundTicks.all());
		axis.setTickLabelInsets(TICK_ROOM);
		return axis;
	}

	/** An axis with this label for whole numbers (frames, iterations), with its range from the data. */
	public static NumberAxis counts(String label) {
		NumberAxis axis = axis(label);
		axis.setStandardTickUnits(RoundTicks.whole());
		return axis;
	}

	/** A logarithmic axis with this label that takes its range from the data, which are positive. */
	public static LogAxis logarithmic(String label) {
		LogAxis axis = new DecadeAxis(label);
		dress(axis);
		axis.setTickLabelInsets(TICK_ROOM);
		return axis;
	}

	/** Gives any axis the common fonts and lines. */
	public static void dress(Axis axis) {
		axis.setLabelFont(LABEL);
		axis.setTickLabelFont(TICK);
		axis.setAxisLinePaint(FRAME);
		axis.setTickMarkPaint(FRAME);
	}

	/** A white chart around a plot; without a title when that is empty, and without a legend. */
	public static JFreeChart chart(String title, XYPlot plot) {
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		return around(title, plot);
	}

	/** The same around bars. */
	static JFreeChart chart(String title, CategoryPlot plot) {
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
		return around(title, plot);
	}

	private static JFreeChart around(String title, Plot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlinePaint(FRAME);
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

	/** A white chart with a grid around a plot. */
	static JFreeChart gridded(String title, XYPlot plot) {
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		return chart(title, plot);
	}

	/** The same around bars. */
	static JFreeChart gridded(String title, CategoryPlot plot) {
		plot.setRangeGridlinePaint(GRID);
		return chart(title, plot);
	}

	/** Adds a legend below. */
	public static void addLegend(JFreeChart chart) {
		LegendTitle legend = new LegendTitle(chart.getPlot());
		legend.setItemFont(TICK);
		legend.setPosition(RectangleEdge.BOTTOM);
		legend.setFrame(BlockBorder.NONE);
		chart.addSubtitle(legend);
	}
}
