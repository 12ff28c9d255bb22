// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
	@ParameterizedTest
	@CsvSource({ "m, 1, LENGTH", "metres, 1, LENGTH", "Meter, 1, LENGTH", "mm, 1e-3, LENGTH", "um, 1e-6, LENGTH",
			"\u00b5m, 1e-6, LENGTH", "\u03bcm, 1e-6, LENGTH", "microns, 1e-6, LENGTH", "nm, 1e-9, LENGTH",
			"Angstrom, 1e-10, LENGTH", "angstroms, 1e-10, LENGTH", "\u00c5, 1e-10, LENGTH", "A, 1e-10, LENGTH",
			"J, 1, ENERGY", "eV, 1.602176634e-19, ENERGY", "keV, 1.602176634e-16, ENERGY", "kev, 1.602176634e-16, ENERGY",
			"deg, 0.017453292519943295, ANGLE", "degrees, 0.017453292519943295, ANGLE", "mrad, 1e-3, ANGLE" })
	void known(String name, double factor, Quantity quantity) {
		Unit unit = Unit.of(" " + name + " ").orElseThrow();
		assertEquals(factor, unit.factor(), 1e-12 * factor);
		assertEquals(quantity, unit.quantity());
	}

	/** Milli and mega are not the same; nor is anything guessed from a part. */
	@ParameterizedTest
	@ValueSource(strings = { "Mm", "MM", "meV", "furlong", "m/s", "s", "mmm", "kilometre" })
	void unknown(String name) {
		assertEquals(Optional.empty(), Unit.of(name));
	}

	@Test
	void none() {
		assertEquals(Quantity.NUMBER, Unit.of("").orElseThrow().quantity());
	}
}
