// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopFieldTest {
	@ParameterizedTest
	@CsvSource({ "COUNT, 5, true", "COUNT, 0, false", "COUNT, 2.5, false", "COUNT, '', false", "COUNT, x, false",
			"NUMBER, 1e-3, true", "NUMBER, 0, true", "NUMBER, -1, false", "NUMBER, Infinity, false", "NUMBER, NaN, false",
			"WINDOW, '', true", "WINDOW, 2, false", "WINDOW, 9, true", "WINDOW, 9.5, false" })
	void takesNumbersInItsRange(LoopField.Kind kind, String text, boolean taken) {
		assertEquals(taken, kind.takes(kind.number(text)));
	}

	@ParameterizedTest
	@CsvSource({ "COUNT, 40, 40", "NUMBER, 0.001, 0.001", "NUMBER, 1.5, 1.5", "NUMBER, 2, 2", "WINDOW, 0, ''", "WINDOW, 9, 9" })
	void writesWhatItReads(LoopField.Kind kind, double number, String text) {
		assertEquals(text, kind.text(number));
		assertEquals(number, kind.number(text));
	}
}
