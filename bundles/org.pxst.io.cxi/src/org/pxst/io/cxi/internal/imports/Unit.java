// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as beamlines write it.
 *
 * @param symbol   its usual symbol
 * @param quantity what it measures
 * @param factor   how many SI units it is
 */
record Unit(String symbol, Quantity quantity, double factor) {
	/** The units that are known, for messages. */
	static final String KNOWN = "m, cm, mm, um, nm, pm, angstrom; J, eV, keV; rad, mrad, urad, deg";

	private static final double ELECTRON_VOLT = 1.602176634e-19;
	private static final Map<String, Unit> BY_NAME = new HashMap<>();

	static {
		length("m", 1, "metre", "meter");
		length("cm", 1e-2, "centimetre", "centimeter");
		length("mm", 1e-3, "millimetre", "millimeter");
		// the micro sign and the Greek letter look the same
		length("um", 1e-6, "\u00b5m", "\u03bcm", "micrometre", "micrometer", "micron");
		length("nm", 1e-9, "nanometre", "nanometer");
		length("pm", 1e-12, "picometre", "picometer");
		length("angstrom", 1e-10, "A", "ang", "\u00c5", "\u212b", "\u00e5ngstr\u00f6m");
		put(new Unit("J", Quantity.ENERGY, 1), "joule");
		put(new Unit("eV", Quantity.ENERGY, ELECTRON_VOLT), "ev", "electronvolt");
		put(new Unit("keV", Quantity.ENERGY, 1e3 * ELECTRON_VOLT), "kev", "kiloelectronvolt");
		put(new Unit("rad", Quantity.ANGLE, 1), "radian");
		put(new Unit("mrad", Quantity.ANGLE, 1e-3), "milliradian");
		put(new Unit("urad", Quantity.ANGLE, 1e-6), "\u00b5rad", "\u03bcrad", "microradian");
		put(new Unit("deg", Quantity.ANGLE, Math.PI / 180), "degree", "\u00b0");
		put(new Unit("", Quantity.NUMBER, 1), "1", "dimensionless", "none");
	}

	private static void length(String symbol, double factor, String... names) {
		put(new Unit(symbol, Quantity.LENGTH, factor), names);
	}

	private static void put(Unit unit, String... names) {
		BY_NAME.put(unit.symbol, unit);
		for (String name : names)
			BY_NAME.put(name, unit);
	}

	/**
	 * The unit of this name. Symbols are taken as they are written, words in any case and number.
	 *
	 * @return empty when it is not known
	 */
	static Optional<Unit> of(String name) {
		String text = name.strip();
		Unit exact = BY_NAME.get(text);
		if (exact != null || text.length() < 4)
			return Optional.ofNullable(exact);
		String word = text.toLowerCase(Locale.ROOT);
		Unit unit = BY_NAME.get(word);
		return Optional.ofNullable(unit != null || !word.endsWith("s") ? unit : BY_NAME.get(word.substring(0, word.length() - 1)));
	}
}
