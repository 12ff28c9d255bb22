// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

/**
 * A quantity as it is typed: a number with a unit, or a plain number in the SI unit.
 *
 * @param si   symbol of the SI unit
 * @param size size of each unit that can be typed, in the SI unit
 */
record Quantity(String si, Map<String, Double> size) {
	/** A length. */
	static final Quantity LENGTH = new Quantity("m", units("m", 1, "mm", 1e-3, "um", 1e-6, "\u00b5m", 1e-6, "\u03bcm", 1e-6, "nm", 1e-9,
			"pm", 1e-12, "A", 1e-10, "\u00c5", 1e-10, "cm", 1e-2));
	/** A photon energy (elementary charge: SI, exact). */
	static final Quantity ENERGY = new Quantity("J", units("J", 1, "eV", 1.602176634e-19, "keV", 1.602176634e-16, "MeV", 1.602176634e-13));

	private static final Pattern TYPED = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(\\p{L}*)");

	private static Map<String, Double> units(Object... symbolsAndSizes) {
		Map<String, Double> units = new LinkedHashMap<>();
		for (int k = 0; k < symbolsAndSizes.length; k += 2)
			units.put((String) symbolsAndSizes[k], ((Number) symbolsAndSizes[k + 1]).doubleValue());
		return units;
	}

	/**
	 * Reads a quantity.
	 *
	 * @return its size in the SI unit, positive and finite
	 * @throws InvalidDataException when it is none; says what can be typed
	 */
	double parse(String text) {
		Matcher typed = TYPED.matcher(text.strip());
		if (!typed.matches())
			throw new InvalidDataException("'" + text.strip() + "' is no number with a unit; type 1.5 " + si + ", say");
		String unit = typed.group(2);
		if (!unit.isEmpty() && !size.containsKey(unit))
			throw new InvalidDataException("'" + unit + "' is no unit for this; use one of " + String.join(", ", size.keySet()));
		double value = Double.parseDouble(typed.group(1));
		double factor = unit.isEmpty() ? 1 : size.get(unit);
		// dividing by a round number gives the nearest double where multiplying with its inverse does not
		value = isRound(1 / factor) ? value / Math.rint(1 / factor) : value * factor;
		if (!(value > 0) || Double.isInfinite(value))
			throw new InvalidDataException("It is " + text.strip() + ", but must be positive");
		return value;
	}

	private static boolean isRound(double inverse) {
		return inverse > 1 && Math.abs(inverse - Math.rint(inverse)) < 1e-9 * inverse && inverse < 1e15;
	}
}
