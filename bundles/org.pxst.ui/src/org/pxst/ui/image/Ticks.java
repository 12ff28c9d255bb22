// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
final class Ticks {
	private static final double[] STEPS = { 1, 2, 5, 10 };
	private static final double LONG_NUMBER = 1e5;
	private static final double SMALL_STEP = 1e-4;

	private Ticks() {
	}

	/**
	 * A mark of an axis.
	 *
	 * @param value where
	 * @param label its number
	 */
	record Tick(double value, String label) {
	}

	/** Marks in steps of 1, 2 or 5 times a power of ten; at most so many, but two where there is room for two at all. */
	static List<Tick> linear(double from, double to, int most) {
		List<Tick> ticks = linear(from, to, (double) Math.max(1, most));
		for (double more = most + 1.0; most >= 2 && ticks.size() < 2 && more <= 3.0 * most; more++) {
			List<Tick> finer = linear(from, to, more);
			if (finer.size() <= most)
				ticks = finer;
		}
		return ticks;
	}

	private static List<Tick> linear(double from, double to, double most) {
		List<Tick> ticks = new ArrayList<>();
		double low = Math.min(from, to);
		double high = Math.max(from, to);
		if (!(high > low) || Double.isInfinite(high - low))
			return ticks;
		double step = step((high - low) / most);
		double largest = Math.max(Math.abs(low), Math.abs(high));
		for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++)
			ticks.add(new Tick(k * step, number(k * step, step, largest)));
		return ticks;
	}

	/** Marks along a scale; values are multiplied by a factor to get the numbers. */
	static List<Tick> along(ValueScale scale, double factor, int most) {
		Levels levels = scale.levels();
		List<Tick> ticks = new ArrayList<>();
		if (scale.kind() == ValueScale.Kind.SYMMETRIC)
			ticks.addAll(symmetric(scale, factor, most));
		else if (scale.kind() == ValueScale.Kind.LOGARITHMIC && levels.high() / levels.low() >= 8)
			ticks.addAll(decades(levels, factor, most));
		else
			for (Tick tick : linear(levels.low() * factor, levels.high() * factor, most))
				ticks.add(new Tick(tick.value / factor, tick.label));
		return ticks;
	}

	private static List<Tick> decades(Levels levels, double factor, int most) {
		int first = (int) Math.ceil(Math.log10(levels.low() * factor) - 1e-9);
		int last = (int) Math.floor(Math.log10(levels.high() * factor) + 1e-9);
		int stride = Math.max(1, (int) Math.ceil((last - first + 1.0) / Math.max(1, most)));
		boolean between = last - first + 1 <= most / 3;
		List<Tick> ticks = new ArrayList<>();
		for (int e = between ? first - 1 : first; e <= last; e += stride)
			for (double digit : between ? new double[] { 1, 2, 5 } : new double[] { 1 }) {
				double number = digit * Math.pow(10, e);
				if (number >= levels.low() * factor * (1 - 1e-9) && number <= levels.high() * factor * (1 + 1e-9))
					ticks.add(new Tick(number / factor, number(number, Math.pow(10, e), number)));
			}
		return ticks;
	}

	private static List<Tick> symmetric(ValueScale scale, double factor, int most) {
		Levels levels = scale.levels();
		double largest = Math.max(Math.abs(levels.low()), Math.abs(levels.high())) * factor;
		int top = (int) Math.floor(Math.log10(largest) + 1e-9);
		int decades = Math.max(1, Math.min(3, (most - 1) / 2));
		List<Tick> ticks = new ArrayList<>();
		for (int sign = -1; sign <= 1; sign++)
			for (int e = top - decades + 1; e <= (sign == 0 ? top - decades + 1 : top); e++) {
				double number = sign * Math.pow(10, e);
				if (number / factor >= levels.low() && number / factor <= levels.high())
					ticks.add(new Tick(number / factor, number(number, Math.pow(10, e), Math.abs(number))));
			}
		return ticks;
	}

	private static double step(double least) {
		double power = Math.pow(10, Math.floor(Math.log10(least)));
		for (double step : STEPS)
			if (step * power >= least * (1 - 1e-9))
				return step * power;
		return 10 * power;
	}

	/** A number with as many digits as its neighbours differ in. */
	private static String number(double value, double step, double largest) {
		int stepPower = (int) Math.floor(Math.log10(step) + 1e-9);
		if (Math.abs(value) < step / 2)
			return "0";
		if (largest < LONG_NUMBER && step >= SMALL_STEP)
			return String.format(Locale.ROOT, "%." + Math.max(0, -stepPower) + "f", value);
		int power = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
		String digits = String.format(Locale.ROOT, "%." + Math.max(0, power - stepPower) + "f", value / Math.pow(10, power));
		return digits.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "") + "e" + power;
	}
}
