// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.literal.DoubleLiteral;

/**
 * Numbers of a unit as people type them: 1.2 mm, 80 um, 150 nm, or a plain number of the unit itself. No digit is lost on the
 * way there and back.
 *
 * @param unit SI symbol; "" or "pixel" for numbers that are typed without unit
 */
public record NumberText(String unit) {
	private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?)\\s*(\\S.*)?");
	/** Decimal places that a prefix moves the point by. */
	private static final Map<String, Integer> PREFIXES = Map.ofEntries(Map.entry("f", 15), Map.entry("p", 12), Map.entry("n", 9),
			Map.entry("u", 6), Map.entry("\u00b5", 6), Map.entry("\u03bc", 6), Map.entry("m", 3), Map.entry("c", 2),
			Map.entry("", 0), Map.entry("k", -3));
	/** Those that are shown, from large to small. */
	private static final String[] SHOWN = { "", "m", "\u00b5", "n", "p", "f" };

	/** Whether numbers can have the unit with them. */
	boolean hasPrefixes() {
		return !unit.isEmpty() && !unit.equals("pixel");
	}

	/**
	 * Reads a number.
	 *
	 * @return in the unit itself; empty when it is none, or has another unit
	 */
	public Optional<Double> parse(String text) {
		Matcher matcher = NUMBER.matcher(text.strip());
		if (!matcher.matches())
			return Optional.empty();
		String behind = matcher.group(2) == null ? unit : matcher.group(2);
		if (!behind.endsWith(unit) || !hasPrefixes() && !behind.equals(unit))
			return Optional.empty();
		Integer places = PREFIXES.get(behind.substring(0, behind.length() - unit.length()));
		if (places == null)
			return Optional.empty();
		return Optional.of(new BigDecimal(matcher.group(1)).movePointLeft(places).doubleValue());
	}

	/** A number as it is typed: with the prefix that makes it 1 to 1000, and all its digits. */
	String text(double value) {
		if (!hasPrefixes() || !Double.isFinite(value))
			return new DoubleLiteral(value).text().replaceAll("\\.0$", "");
		if (value == 0)
			return "0 " + unit;
		BigDecimal exact = new BigDecimal(Double.toString(value));
		for (String prefix : SHOWN) {
			BigDecimal moved = exact.movePointRight(PREFIXES.get(prefix));
			if (moved.abs().compareTo(BigDecimal.ONE) >= 0)
				return moved.stripTrailingZeros().toPlainString() + " " + prefix + unit;
		}
		return new DoubleLiteral(value).text() + " " + unit;
	}

	/** What text was understood as, when that does not stand there already: "= 1.2 mm" for 0.0012; else "". */
	String understood(String text) {
		if (!hasPrefixes())
			return "";
		Optional<Double> value = parse(text);
		if (value.isEmpty() || !Double.isFinite(value.get()))
			return "";
		boolean plain = !text.strip().endsWith(unit);
		return "= " + (plain ? text(value.get()) : new DoubleLiteral(value.get()).text() + " " + unit);
	}
}
