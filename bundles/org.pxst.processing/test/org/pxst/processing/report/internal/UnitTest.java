// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
	@ParameterizedTest
	@CsvSource({ "3.6596e-3, m, 3.660 mm", "4.36237e-8, m, 43.62 nm", "-1.583e-5, m, -15.83 \u00b5m", "1.5e-7, rad, 150 nrad",
			"0, m, 0 m", "1, m, 1 m", "12.5, m, 12.50 m", "9.7949e-11, m, 97.95 pm", "9.9999e-7, m, 1.000 \u00b5m", "3e-16, m, 3.000e-04 pm", "3e-15, m, 0.003000 pm", "0.07136, 1, 0.07136",
			"1260.78, '', 1261", "250000, counts, 2.500e+05 counts", "NaN, rad, none rad", "NaN, 1, none" })
	void printsFourDigitsInAUnitThatSuits(double value, String unit, String text) {
		assertEquals(text, Unit.text(value, unit));
	}

	@Test
	void scalesValuesAndLabels() {
		Unit unit = Unit.of(2e-6, "m");
		assertArrayEquals(new double[] { 1, 0.5 }, unit.of(new double[] { 1e-6, 5e-7 }), 1e-12);
		assertEquals("ss (\u00b5m)", unit.label("ss"));
		assertEquals("shift", Unit.of(2, "").label("shift"));
	}
}
