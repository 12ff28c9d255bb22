// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * A unit in which numbers are easy to read.
 *
 * @param symbol as it is printed; empty for plain numbers
 * @param size   in SI units
 */
record Unit(String symbol, double size) {
	private static final String[] PREFIXES = { "p", "n", "\u00b5", "m", "" };
	private static final int DIGITS = 4;
	private static final double MOST = 1e5;
	private static final double EXACT = 1e-9;

	/**
	 * Metres and radians with the prefix that makes a number of up to three digits before the point; other units as they are.
	 *
	 * @param value what is to be printed, in SI units
	 * @param unit  SI symbol; "1" or empty for plain numbers
	 */
	static Unit of(double value, String unit) {
		if (unit.isEmpty() || unit.equals("1"))
			return new Unit("", 1);
		if (!unit.equals("m") && !unit.equals("rad"))
			return new Unit(unit, 1);
		double size = 1e-12;
		int prefix = 0;
		while (prefix < PREFIXES.length - 1 && (value == 0 || !(Math.abs(value) < 999.95 * size))) {
			size *= 1e3;
			prefix++;
		}
		return new Unit(PREFIXES[prefix] + unit, prefix == PREFIXES.length - 1 ? 1 : size);
	}

	/** A value with its unit, four digits. */
	static String text(double value, String unit) {
		return of(value, unit).text(value);
	}

	/** A value in this unit, with the unit. */
	String text(double value) {
		return number(value) + (symbol.isEmpty() ? "" : " " + symbol);
	}

	/** A value in this unit, without the unit. */
	String number(double value) {
		double number = value / size;
		if (!Double.isFinite(number))
			return "none";
		double absolute = Math.abs(number);
		// a length in another unit is no longer whole to the last bit
		if (Math.abs(number - Math.rint(number)) <= EXACT * absolute && absolute < MOST)
			return Long.toString(Math.round(number));
		if (absolute >= MOST || absolute < 1e-3)
			return String.format(Locale.ROOT, "%.3e", number);
		BigDecimal rounded = new BigDecimal(number).round(new MathContext(DIGITS));
		return rounded.setScale(Math.max(0, rounded.scale() + DIGITS - rounded.precision())).toPlainString();
	}

	/** The values in this unit. */
	double[] of(double[] values) {
		double[] scaled = new double[values.length];
		for (int k = 0; k < scaled.length; k++)
			scaled[k] = values[k] / size;
		return scaled;
	}

	/** A label of an axis or colour bar. */
	String label(String what) {
		return symbol.isEmpty() ? what : what + " (" + symbol + ")";
	}
}
