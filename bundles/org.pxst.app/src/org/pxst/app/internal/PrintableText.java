// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values from a file as text for a terminal. A file may be anybody's: its text must not steer the terminal. */
final class PrintableText {
	private static final int LONGEST_LIST = 8;

	private PrintableText() {
	}

	/** Without control characters. */
	static String of(String text) {
		return text.replaceAll("\\p{Cntrl}", "?");
	}

	/** Without control characters but line ends. */
	static String ofLines(String text) {
		return text.lines().map(PrintableText::of).collect(Collectors.joining("\n"));
	}

	/** An attribute: a number, text in quotes, or a list of them that is cut when it is long. */
	static String value(Object value) {
		if (value == null)
			return "empty";
		if (!value.getClass().isArray())
			return value instanceof String text ? '"' + of(text) + '"' : of(value.toString());
		int length = Array.getLength(value);
		List<String> items = new ArrayList<>();
		for (int k = 0; k < Math.min(length, LONGEST_LIST); k++)
			items.add(value(Array.get(value, k)));
		return "[" + String.join(", ", items) + (length > LONGEST_LIST ? ", ... " + length + " in all" : "") + "]";
	}

	/** The shortest number that is this one and no neighbour of it; of a float with its fewer digits. */
	static String number(double value, boolean isFloat) {
		if (Double.isNaN(value))
			return "nan";
		if (Double.isInfinite(value))
			return value > 0 ? "inf" : "-inf";
		BigDecimal rounded = new BigDecimal(value);
		for (int digits = isFloat ? 6 : 15; digits <= 17; digits++) {
			rounded = new BigDecimal(value).round(new MathContext(digits));
			if (isFloat ? rounded.floatValue() == (float) value : rounded.doubleValue() == value)
				break;
		}
		double size = Math.abs(value);
		if (size != 0 && (size < 1e-4 || size >= 1e16)) {
			String digits = rounded.stripTrailingZeros().unscaledValue().abs().toString();
			int exponent = rounded.precision() - rounded.scale() - 1;
			return (value < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e"
					+ exponent;
		}
		String plain = rounded.stripTrailingZeros().toPlainString();
		return plain.contains(".") ? plain : plain + ".0";
	}

	/** A number of bytes with a unit that suits it. */
	static String bytes(long bytes) {
		if (bytes < 1000)
			return bytes + " B";
		String[] units = { "kB", "MB", "GB", "TB" };
		double size = bytes / 1e3;
		int unit = 0;
		while (size >= 999.95 && unit < units.length - 1) {
			size /= 1e3;
			unit++;
		}
		return String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
	}
}
