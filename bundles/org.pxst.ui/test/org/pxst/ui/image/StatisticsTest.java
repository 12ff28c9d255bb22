// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class StatisticsTest {
	@Test
	void percentilesAreThoseOfTheSortedValues() {
		Random random = new Random(7);
		float[] values = new float[10_007];
		for (int k = 0; k < values.length; k++)
			values[k] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6));
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		Statistics statistics = new Statistics(values);
		for (double percent : new double[] { 0, 0.01, 1, 37.5, 50, 99, 99.99, 100 })
			assertEquals(sorted[(int) Math.round(percent / 100 * (sorted.length - 1))], statistics.percentile(percent));
	}

	@Test
	void noValueDoesNotCount() {
		Statistics statistics = new Statistics(
				new float[] { Float.NaN, 3, Float.POSITIVE_INFINITY, -1, Float.NEGATIVE_INFINITY, 0, -0f });
		assertEquals(4, statistics.count());
		assertEquals(1, statistics.positives());
		assertEquals(-1, statistics.percentile(0));
		assertEquals(3, statistics.percentile(100));
		assertEquals(3, statistics.positivePercentile(0));
	}

	@Test
	void nothingHasNoPercentile() {
		Statistics statistics = new Statistics(new float[] { Float.NaN, Float.NaN });
		assertEquals(0, statistics.count());
		assertTrue(Double.isNaN(statistics.percentile(50)));
		assertTrue(Double.isNaN(statistics.positivePercentile(50)));
	}

	@Test
	void closeValuesAreToldApart() {
		float[] values = new float[1001];
		for (int k = 0; k < values.length; k++)
			values[k] = 1e6f + k * 0.0625f;
		assertEquals(values[500], new Statistics(values).percentile(50));
	}
}
