// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;

class SplitHistogramTest {
	private static final int SIDE = 300;

	@Test
	void ofNormalDifferencesIsTheNormalDistribution() {
		Random random = new Random(4);
		float[] values = new float[SIDE * SIDE];
		for (int p = 0; p < values.length; p++)
			values[p] = p % 3 == 0 ? Float.NaN : (float) (0.3 + 0.2 * random.nextGaussian());
		SplitHistogram histogram = SplitHistogram.of(new Image(SIDE, SIDE, values), 0.2);
		int count = SIDE * SIDE * 2 / 3;
		assertEquals(count, Arrays.stream(histogram.counts()).sum(), 2);
		int middle = histogram.centres().length / 2;
		assertEquals(0.3, histogram.centres()[middle], 0.005);
		assertEquals(0.02, histogram.centres()[middle + 1] - histogram.centres()[middle], 1e-12);
		double density = count * 0.02 / (0.2 * Math.sqrt(2 * Math.PI));
		assertEquals(density, histogram.normal()[middle], 0.02 * density);
		for (int b = 0; b < histogram.counts().length; b++)
			assertEquals(histogram.normal()[b], histogram.counts()[b], 5 * Math.sqrt(histogram.normal()[b]) + 5);
	}

	@Test
	void strayPixelsAreNotCounted() {
		float[] values = { 0, 0.1f, -0.1f, 0.05f, 1000, -Float.MAX_VALUE };
		SplitHistogram histogram = SplitHistogram.of(new Image(1, 6, values), 0.1);
		assertEquals(4, Arrays.stream(histogram.counts()).sum());
	}

	@Test
	void mapsThatAreTheSameHaveOneFullBin() {
		SplitHistogram histogram = SplitHistogram.of(new Image(2, 2, new float[4]), 0);
		assertEquals(4, histogram.counts()[histogram.counts().length / 2]);
		assertTrue(Arrays.stream(histogram.normal()).allMatch(Double::isFinite));
	}
}
