// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

/** A line across a chart that the user can drag, or move with the arrow keys. For the UI thread. */
public final class PlotCursor {
	private static final MathContext DIGITS = new MathContext(4);
	/** Digits after the point, or zeros before it. */
	private static final int LONGEST = 6;

	private final String name;
	private final Orientation orientation;
	private final Runnable repaint;
	private final CopyOnWriteArrayList<DoubleConsumer> listeners = new CopyOnWriteArrayList<>();
	private DoubleFunction<String> text = PlotCursor::number;
	private double value = Double.NaN;
	private double snap;
	private double low = Double.NEGATIVE_INFINITY;
	private double high = Double.POSITIVE_INFINITY;
	private boolean visible = true;

	/** Which way the line goes. */
	public enum Orientation {
		/** From top to bottom, at a value on the horizontal axis. */
		VERTICAL,
		/** From left to right, at a value on the vertical axis. */
		HORIZONTAL
	}

	PlotCursor(Orientation orientation, String name, Runnable repaint) {
		this.orientation = orientation;
		this.name = name;
		this.repaint = repaint;
	}

	/** What it marks. */
	public String name() {
		return name;
	}

	/** Which way the line goes. */
	public Orientation orientation() {
		return orientation;
	}

	/** Where it is; NaN before it was set. */
	public double value() {
		return value;
	}

	/** Moves it, without an event. NaN hides it until it is set again. */
	public void set(double position) {
		if (Double.compare(position, value) == 0)
			return;
		value = position;
		repaint.run();
	}

	/** Whether it is on the chart; it is at first, as soon as it has a value. */
	public boolean isVisible() {
		return visible && Double.isFinite(value);
	}

	/** Shows or hides it. */
	public void setVisible(boolean shown) {
		visible = shown;
		repaint.run();
	}

	/** Lets the user move it to multiples of a step only; 0 for everywhere. */
	public void setSnap(double step) {
		snap = step;
	}

	/** Lets the user move it between two values only. */
	public void setLimits(double lowest, double highest) {
		low = lowest;
		high = highest;
	}

	/** Says how its value is written beside it, with unit. */
	public void setText(DoubleFunction<String> format) {
		text = format;
		repaint.run();
	}

	/** Tells about each value that the user moves it to. */
	public void addListener(DoubleConsumer listener) {
		listeners.add(listener);
	}

	private static String number(double value) {
		BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		return Math.abs(rounded.scale()) > LONGEST ? String.format(Locale.ROOT, "%.3g", value) : rounded.toPlainString();
	}

	/** What is written beside it. */
	String text() {
		return name.isEmpty() ? text.apply(value) : name + " " + text.apply(value);
	}

	double step() {
		return snap;
	}

	/** Moves it for the user. */
	void move(double position) {
		double snapped = snap > 0 ? Math.rint(position / snap) * snap : position;
		double next = Math.max(low, Math.min(high, snapped));
		if (!Double.isFinite(next) || next == value)
			return;
		set(next);
		listeners.forEach(listener -> listener.accept(next));
	}
}
