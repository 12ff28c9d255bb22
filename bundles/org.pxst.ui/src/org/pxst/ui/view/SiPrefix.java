// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.Locale;

import org.pxst.ui.image.UnitPrefix;

/**
 * A unit with the prefix that makes numbers easy to read: lengths and angles are kept in m and rad and shown in um or urad.
 *
 * @param symbol of the unit with its prefix; "" for plain numbers
 * @param size   of the unit in SI units
 */
public record SiPrefix(String symbol, double size) {
	/** What rounds to 1000 in four digits gets the next prefix. */
	private static final double ROUNDED_UP = 1.00005;
	/** Numbers below are written without an exponent. */
	private static final double LARGE = 1e5;
	private static final double SMALL = 1e-3;

	/**
	 * The prefix for a number of up to three digits before the point, the same as on the axes of images.
	 *
	 * @param value what is to be shown, in SI units; the largest, when there are several
	 * @param unit  SI symbol, "" for plain numbers
	 */
	public static SiPrefix of(double value, String unit) {
		UnitPrefix prefix = UnitPrefix.of(unit, Math.abs(value) * ROUNDED_UP);
		return new SiPrefix(prefix.unit(), 1 / prefix.factor());
	}

	/** A value with its unit, four digits; "unknown" when it is not a number. */
	public static String text(double value, String unit) {
		if (!Double.isFinite(value))
			return "unknown";
		SiPrefix prefix = of(value, unit);
		return prefix.number(value) + (prefix.symbol.isEmpty() ? "" : " " + prefix.symbol);
	}

	/** A value in this unit, four digits, without the unit. */
	public String number(double value) {
		double number = value / size;
		if (!Double.isFinite(number))
			return "unknown";
		double length = Math.abs(number);
		if (length != 0 && (length >= LARGE || length < SMALL))
			return String.format(Locale.ROOT, "%.3e", number);
		int decimals = length == 0 ? 0 : (int) Math.max(0, 3 - Math.floor(Math.log10(length)));
		String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
		return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
	}

	/** A label of an axis: what, and the unit in brackets. */
	public String label(String what) {
		return symbol.isEmpty() ? what : what + " (" + symbol + ")";
	}
}
