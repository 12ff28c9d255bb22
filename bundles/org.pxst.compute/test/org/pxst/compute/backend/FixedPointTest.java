// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {
	@ParameterizedTest
	@CsvSource({ "1, 1", "1e9, 1000000", "65535, 9", "3.4e38, 1", "1e-30, 100", "0.999, 1024", "1.001, 1024",
			"1e12, 100000000000" })
	void sumOfTheLargestDoesNotOverflowAndUsesMostBits(double largest, long count) {
		FixedPoint fixed = FixedPoint.forSum(largest, count);
		double sum = largest * fixed.scale() * count;
		assertTrue(sum < 0x1p62, "sum " + sum);
		if (Math.abs(fixed.exponent()) < 126)
			assertTrue(sum >= 0x1p60, "sum " + sum);
	}

	@Test
	void sumComesBackAsANumber() {
		FixedPoint fixed = FixedPoint.forSum(1000, 5000);
		Random random = new Random(3);
		long sum = 0;
		double expected = 0;
		for (int k = 0; k < 5000; k++) {
			float value = 2000 * random.nextFloat() - 1000;
			sum += (long) (value * fixed.scale());
			expected += value;
		}
		assertEquals(expected, fixed.value(sum), 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "0, 5", "5, 0", "NaN, 5", "Infinity, 5", "0, 0" })
	void sumsOfNothingAreTakenAsTheyAre(double largest, long count) {
		assertEquals(1, FixedPoint.forSum(largest, count).scale());
	}

	@ParameterizedTest
	@CsvSource({ "1e-45, 1", "1e-300, 1", "1e300, 1000000" })
	void scaleStaysInTheRangeOfFloats(double largest, long count) {
		float scale = FixedPoint.forSum(largest, count).scale();
		assertTrue(scale >= Float.MIN_NORMAL && scale < Float.POSITIVE_INFINITY, "scale " + scale);
	}

	@Test
	void scaleIsAPowerOfTwo() {
		assertEquals(8, new FixedPoint(3).scale());
		assertEquals(0.25f, new FixedPoint(-2).scale());
		assertEquals(2.5, new FixedPoint(3).value(20));
		assertEquals(-80, new FixedPoint(-2).value(-20));
	}
}
