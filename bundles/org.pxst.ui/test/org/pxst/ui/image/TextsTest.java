// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
	@ParameterizedTest
	@CsvSource({ "m, 3e-6, \u00b5m, 1e6", "m, 999e-9, nm, 1e9", "m, 12, m, 1", "m, 4e5, km, 1e-3", "rad, 5e-4, \u00b5rad, 1e6",
			"rad, 9000, rad, 1", "counts, 1e6, counts, 1", "px, 1e-6, px, 1", "eV, 17400, keV, 1e-3", "m, 0, m, 1",
			"m, NaN, m, 1" })
	void unitsGetAPrefix(String unit, double magnitude, String shown, double factor) {
		UnitPrefix prefix = UnitPrefix.of(unit, magnitude);
		assertEquals(shown, prefix.unit());
		assertEquals(factor, prefix.factor(), 1e-9 * factor);
	}

	private static List<String> labels(List<Ticks.Tick> ticks) {
		return ticks.stream().map(Ticks.Tick::label).toList();
	}

	@Test
	void ticksAreRound() {
		assertEquals(List.of("0", "50", "100"), labels(Ticks.linear(-3, 110, 4)));
		assertEquals(List.of("0.30", "0.35", "0.40"), labels(Ticks.linear(0.4, 0.3, 4)));
		assertEquals(List.of("0", "5e5", "1e6"), labels(Ticks.linear(0, 1e6, 3)));
		assertEquals(List.of(), Ticks.linear(1, 1, 5));
		assertEquals(List.of(), Ticks.linear(Double.NaN, 1, 5));
	}

	@Test
	void logarithmicTicksAreDecades() {
		assertEquals(List.of("1", "10", "100", "1000"),
				labels(Ticks.along(new ValueScale(ValueScale.Kind.LOGARITHMIC, new Levels(0.7, 2000)), 1, 6)));
		assertEquals(List.of("1", "2", "5", "10", "20"),
				labels(Ticks.along(new ValueScale(ValueScale.Kind.LOGARITHMIC, new Levels(0.9, 30)), 1, 9)));
	}

	@Test
	void ticksOfBothSignsHaveZero() {
		List<String> labels = labels(Ticks.along(new ValueScale(ValueScale.Kind.SYMMETRIC, new Levels(-20, 20)), 1, 7));
		assertEquals(List.of("-0.1", "-1", "-10"), labels.subList(0, 3));
		assertTrue(labels.contains("0") && labels.contains("10"));
	}

	@Test
	void readoutNamesPixelPositionAndValue() {
		Picture picture = Pictures.of(2, 2, 1, 2, 3, Float.NaN);
		assertEquals("ss 1, fs 0 \u2502 1.0 \u00b5m, 0.0 \u00b5m \u2502 3 counts", Readout.of(picture, 1, 0));
		assertEquals("ss 1, fs 1 \u2502 1.0 \u00b5m, 1.0 \u00b5m \u2502 no value", Readout.of(picture, 1, 1));
		assertEquals("", Readout.of(picture, 1, 1.6));
		assertEquals("", Readout.of(picture, -0.7, 0));
	}

	@ParameterizedTest
	@CsvSource({ "12345678, 1.2346e+07", "0.00001234, 1.2340e-05", "3, 3", "3.14159265, 3.14159", "-250.5, -250.500" })
	void valuesHaveAboutSixDigits(double value, String text) {
		assertEquals(text, Readout.number(value));
	}

	@Test
	void titlesBecomeFileNames() {
		assertEquals("Frame_12_raw", ExportDialog.fileName("Frame 12 (raw)"));
		assertEquals("image", ExportDialog.fileName("../"));
	}
}
