// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pxst.core.simulation.internal.GaussianBlur.Border;

class GaussianBlurTest {
	@Test
	void pointBecomesAGaussian() {
		float[] image = new float[41 * 31];
		image[20 * 31 + 15] = 1;
		float[] blurred = new GaussianBlur(2, Border.NEAREST).apply(image, 41, 31);
		double sum = 0;
		double variance = 0;
		for (int i = 0; i < 41; i++)
			for (int j = 0; j < 31; j++) {
				sum += blurred[i * 31 + j];
				variance += (i - 20) * (i - 20) * blurred[i * 31 + j];
			}
		assertEquals(1, sum, 1e-6);
		assertEquals(4, variance, 0.02);
		assertEquals(1 / (2 * Math.PI * 4), blurred[20 * 31 + 15], 1e-4);
		assertEquals(blurred[20 * 31 + 15] * Math.exp(-13.0 / 8), blurred[22 * 31 + 18], 1e-7);
	}

	@Test
	void wrappedBorderTakesFromTheOtherSide() {
		float[] image = new float[12 * 12];
		image[0] = 1;
		float[] blurred = new GaussianBlur(1, Border.WRAP).apply(image, 12, 12);
		assertEquals(blurred[12 + 1], blurred[11 * 12 + 11], 1e-9);
	}

	@Test
	void nearestBorderKeepsAConstant() {
		float[] image = new float[7 * 9];
		java.util.Arrays.fill(image, 3);
		assertArrayEquals(image, new GaussianBlur(2.5, Border.NEAREST).apply(image, 7, 9), 1e-5f);
	}

	@Test
	void noWidthDoesNothing() {
		float[] image = { 1, 2, 3, 4, 5, 6 };
		assertArrayEquals(image, new GaussianBlur(0, Border.WRAP).apply(image, 2, 3));
	}
}
