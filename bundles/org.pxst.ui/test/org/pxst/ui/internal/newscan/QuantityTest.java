// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;

class QuantityTest {
	@ParameterizedTest
	@CsvSource({ "0.7 m, 0.7", "0.7, 0.7", "55 um, 55e-6", "55um, 55e-6", "55 \u00b5m, 55e-6", "2.5 mm, 0.0025", "1e-4, 1e-4", "0.1 nm, 1e-10",
			"1.5 A, 1.5e-10", "70 cm, 0.7", "72.9 pm, 72.9e-12" })
	void lengthsAreExact(String text, double metres) {
		assertEquals(metres, Quantity.LENGTH.parse(text));
	}

	@Test
	void energiesAreInJoule() {
		assertEquals(17 * 1.602176634e-16, Quantity.ENERGY.parse("17 keV"), 1e-30);
		assertEquals(2.7e-15, Quantity.ENERGY.parse("2.7e-15"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0 m", "-1 m", "1e999", "abc", "", "1 furlong", "1 2", "17 keV" })
	void otherTextIsNoLength(String text) {
		assertThrows(InvalidDataException.class, () -> Quantity.LENGTH.parse(text));
	}

	@Test
	void aWrongUnitIsToldWithTheRightOnes() {
		String message = assertThrows(InvalidDataException.class, () -> Quantity.LENGTH.parse("3 parsec")).getMessage();
		assertTrue(message.contains("parsec") && message.contains("mm"), message);
	}
}
