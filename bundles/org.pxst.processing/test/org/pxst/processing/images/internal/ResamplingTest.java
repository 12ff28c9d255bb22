// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResamplingTest {
	@Test
	void largeMagnificationRepeatsPixels() {
		double[] large = new Resampling(new double[] { 1, 2 }, 1, 2).to(3, 6);
		assertArrayEquals(new double[] { 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2 }, large);
	}

	@Test
	void shrinkingAveragesWhatThereIs() {
		double[] values = { 1, 3, Double.NaN, 5, 1, 3, 7, Double.NaN };
		assertArrayEquals(new double[] { 2, 6 }, new Resampling(values, 2, 4).to(1, 2), 1e-12);
		assertTrue(Double.isNaN(new Resampling(new double[] { Double.NaN, Double.NaN }, 1, 2).to(1, 1)[0]));
	}

	@Test
	void smallMagnificationKeepsALinearFunction() {
		double[] values = new double[10 * 20];
		for (int k = 0; k < values.length; k++)
			values[k] = 2 * (k / 20) + 3 * (k % 20);
		double[] large = new Resampling(values, 10, 20).to(15, 30);
		for (int i = 1; i < 14; i++)
			for (int j = 1; j < 29; j++)
				assertEquals(2 * ((i + 0.5) / 1.5 - 0.5) + 3 * ((j + 0.5) / 1.5 - 0.5), large[i * 30 + j], 1e-9);
	}

	@Test
	void missingValuesDoNotSpreadInInterpolation() {
		double[] large = new Resampling(new double[] { 1, 1, Double.NaN, 1, 1, 1 }, 1, 6).to(1, 12);
		int missing = 0;
		for (double value : large)
			missing += Double.isNaN(value) ? 1 : 0;
		assertEquals(2, missing);
	}
}
