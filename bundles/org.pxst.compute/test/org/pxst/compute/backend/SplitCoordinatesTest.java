// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitCoordinatesTest {
	@ParameterizedTest
	@CsvSource({ "3.25, 1, 0, 3, 0.25", "3.25, -1, 0, -4, 0.75", "-0.5, 1, 0, -1, 0.5", "0, 1, 0, 0, 0", "7, -1, 0, -7, 0",
			"1.5, 1, 2.25, 3, 0.75", "1.5, -1, 2.25, 0, 0.75", "-2, 1, 0, -2, 0" })
	void valueIsWholeAndPart(double value, int sign, double offset, int whole, float part) {
		SplitCoordinates split = SplitCoordinates.of(new double[] { value }, sign, offset);
		assertEquals(whole, split.whole()[0]);
		assertEquals(part, split.part()[0]);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -1e-20, -1e-12, 5 - 1e-12, 4 - 1e-9, -3 - 1e-10 })
	void whatIsJustBelowAPixelIsThePixel(double value) {
		SplitCoordinates split = SplitCoordinates.of(new double[] { value }, 1, 0);
		assertEquals(Math.round(value), split.whole()[0]);
		assertEquals(0, split.part()[0]);
	}

	@Test
	void partIsBelowOneAndExactToSinglePrecisionAnywhere() {
		Random random = new Random(1);
		double[] values = random.doubles(10_000, -1e6, 1e6).toArray();
		SplitCoordinates split = SplitCoordinates.of(values, 1, 0);
		for (int k = 0; k < values.length; k++) {
			assertTrue(split.part()[k] >= 0 && split.part()[k] < 1);
			assertEquals(values[k], split.whole()[k] + (double) split.part()[k], 6e-8);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void whatIsNotFiniteIsMarked(double value) {
		SplitCoordinates split = SplitCoordinates.of(new double[] { 1, value }, -1, 3);
		assertEquals(0, split.whole()[1]);
		assertEquals(Float.NaN, split.part()[1]);
		assertEquals(2, split.whole()[0]);
	}

	@Test
	void valuesStayAsTheyAre() {
		double[] values = { 1.5, -2 };
		SplitCoordinates.of(values, -1, 7);
		assertEquals(1.5, values[0]);
		assertEquals(-2, values[1]);
	}
}
