// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Set;

/**
 * A unit with the SI prefix that suits some numbers.
 *
 * @param unit   with its prefix, "" when there is none
 * @param factor a number in the unit without prefix times this is one in the unit with it
 */
public record UnitPrefix(String unit, double factor) {
	private static final Set<String> PREFIXED = Set.of("m", "rad", "s", "eV", "V", "A", "Hz", "W", "J", "N", "Pa");
	private static final String SYMBOLS = "fpn\u00b5m kMG";
	private static final int NONE = SYMBOLS.indexOf(' ');

	/**
	 * Makes a number 1 .. 1000, as far as there is a prefix for it.
	 *
	 * @param unit      as in files
	 * @param magnitude the largest of the numbers
	 */
	public static UnitPrefix of(String unit, double magnitude) {
		if (!PREFIXED.contains(unit) || !(magnitude > 0) || Double.isInfinite(magnitude))
			return new UnitPrefix(unit, 1);
		int index = NONE + (int) Math.floor(Math.log10(magnitude) / 3 + 1e-9);
		int most = unit.equals("rad") || unit.equals("s") ? NONE : unit.equals("m") ? NONE + 1 : SYMBOLS.length() - 1;
		index = Math.max(0, Math.min(most, index));
		String symbol = index == NONE ? "" : SYMBOLS.substring(index, index + 1);
		return new UnitPrefix(symbol + unit, Math.pow(10, -3.0 * (index - NONE)));
	}

	/** A label with the unit in brackets; without a unit the label alone. */
	public String label(String what) {
		return unit.isEmpty() ? what : what + " (" + unit + ")";
	}
}
