// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
	private final NumberText metres = new NumberText("m");

	@ParameterizedTest
	@CsvSource({ "1.2 mm, 1.2e-3", "80 um, 80e-6", "80\u00b5m, 80e-6", "80 \u03bcm, 80e-6", "150 nm, 150e-9", "-3 pm, -3e-12", "2 cm, 0.02",
			"1.5 m, 1.5", "0.0012, 1.2e-3", "1.2e-3, 1.2e-3", ".5 km, 500", "  7 fm  , 7e-15", "1e-3 mm, 1e-6" })
	void lengthsAreReadToTheLastDigit(String text, double value) {
		assertEquals(Optional.of(value), metres.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mm", "1.2 mn", "1,2 mm", "1.2 mrad", "1.2 mm mm", "one", "1..2", "1.2 Mm" })
	void whatIsNoLengthIsNotRead(String text) {
		assertEquals(Optional.empty(), metres.parse(text));
	}

	@Test
	void aNumberWithoutUnitHasNone() {
		assertEquals(Optional.of(2.5), new NumberText("").parse("2.5"));
		assertEquals(Optional.empty(), new NumberText("").parse("2.5 m"));
		assertEquals(Optional.of(2.5), new NumberText("pixel").parse("2.5 pixel"));
		assertEquals(Optional.empty(), new NumberText("pixel").parse("2.5 mpixel"));
	}

	@ParameterizedTest
	@CsvSource({ "1.2e-3, 1.2 mm", "0.999e-3, 999 \u00b5m", "150e-9, 150 nm", "0, 0 m", "-2.5, -2.5 m", "1e-20, 1.0e-20 m" })
	void theUnitFits(double value, String text) {
		assertEquals(text, metres.text(value));
	}

	@Test
	void nothingIsLostOnTheWayThereAndBack() {
		Random random = new Random(5);
		for (int k = 0; k < 10_000; k++) {
			double value = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 20);
			assertEquals(Optional.of(value), metres.parse(metres.text(value)), metres.text(value));
			assertEquals(Optional.of(value), new NumberText("").parse(new NumberText("").text(value)));
		}
	}

	@Test
	void saysWhatWasUnderstood() {
		assertEquals("= 1.2 mm", metres.understood("0.0012"));
		assertEquals("= 0.0012 m", metres.understood("1.2 mm"));
		assertEquals("", new NumberText("").understood("3"));
	}
}
