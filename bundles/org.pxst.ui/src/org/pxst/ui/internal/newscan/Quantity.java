// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.ui.internal.form.NumberText;

/**
 * A quantity as it is typed: a number with a unit, or a plain number in the SI unit.
 *
 * @param name     what it is
 * @param examples what can be typed
 * @param units    that it can have, the SI unit first
 */
record Quantity(String name, String examples, List<Unit> units) {
	/** A length. */
	static final Quantity LENGTH = new Quantity("length", "0.7 m, 2.5 mm, 55 um, 0.1 nm or 1 A",
			List.of(new Unit("m", "1"), new Unit("A", "1e-10"), new Unit("\u00c5", "1e-10")));
	/** A photon energy (elementary charge: SI, exact). */
	static final Quantity ENERGY = new Quantity("photon energy", "17 keV, 17000 eV or 2.7e-15 J",
			List.of(new Unit("J", "1"), new Unit("eV", "1.602176634e-19")));

	/**
	 * A unit.
	 *
	 * @param symbol without prefix
	 * @param size   in the SI unit
	 */
	record Unit(String symbol, String size) {
		private Optional<Double> parse(String text) {
			// in decimals: the value that is nearest to what was typed
			return new NumberText(symbol).parse(text).filter(Double::isFinite)
					.map(number -> BigDecimal.valueOf(number).multiply(new BigDecimal(size)).doubleValue());
		}
	}

	/**
	 * Reads a quantity.
	 *
	 * @return its size in the SI unit, positive and finite
	 * @throws InvalidDataException when it is none; says what can be typed
	 */
	double parse(String text) {
		double value = units.stream().flatMap(unit -> unit.parse(text).stream()).findFirst().orElseThrow(
				() -> new InvalidDataException("'" + text.strip() + "' is no " + name + "; type a number with a unit: " + examples));
		if (!(value > 0) || Double.isInfinite(value))
			throw new InvalidDataException("It is " + text.strip() + ", but must be positive");
		return value;
	}
}
