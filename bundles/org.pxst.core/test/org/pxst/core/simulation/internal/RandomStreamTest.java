// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
	private static final int DRAWS = 200_000;

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.2, 3, 9.99, 10, 37.5, 1000, 19000 })
	void poissonHasMeanVarianceAndSkewnessOfItsParameter(double mean) {
		RandomStream random = new RandomStream(5, 1);
		double first = 0;
		double second = 0;
		double third = 0;
		for (int k = 0; k < DRAWS; k++) {
			double difference = random.poisson(mean) - mean;
			first += difference / DRAWS;
			second += difference * difference / DRAWS;
			third += difference * difference * difference / DRAWS;
		}
		double sigma = Math.sqrt(mean);
		assertEquals(0, first, 5 * sigma / Math.sqrt(DRAWS));
		assertEquals(mean, second, 5 * Math.sqrt((2 * mean * mean + mean) / DRAWS));
		assertEquals(mean, third, 5 * Math.sqrt((15 * mean * mean * mean + 30 * mean * mean + mean) / DRAWS) + 1e-12);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 4, 12, 60 })
	void poissonHasTheRightProbabilities(double mean) {
		RandomStream random = new RandomStream(6, 2);
		int[] histogram = new int[200];
		for (int k = 0; k < DRAWS; k++)
			histogram[random.poisson(mean)]++;
		double probability = Math.exp(-mean);
		for (int k = 0; k < histogram.length; k++) {
			double expected = probability * DRAWS;
			if (expected > 20)
				assertEquals(expected, histogram[k], 5 * Math.sqrt(expected), "value " + k);
			probability *= mean / (k + 1);
		}
	}

	@Test
	void uniformFillsItsInterval() {
		RandomStream random = new RandomStream(1, 0);
		double mean = 0;
		double smallest = 1;
		double largest = 0;
		for (int k = 0; k < DRAWS; k++) {
			double value = random.uniform();
			mean += value / DRAWS;
			smallest = Math.min(smallest, value);
			largest = Math.max(largest, value);
		}
		assertEquals(0.5, mean, 5 * 0.29 / Math.sqrt(DRAWS));
		assertTrue(smallest >= 0 && smallest < 1e-3);
		assertTrue(largest < 1 && largest > 0.999);
	}

	@Test
	void normalHasUnitVarianceAndKurtosisThree() {
		RandomStream random = new RandomStream(1, 3);
		double mean = 0;
		double variance = 0;
		double fourth = 0;
		for (int k = 0; k < DRAWS; k++) {
			double value = random.normal();
			mean += value / DRAWS;
			variance += value * value / DRAWS;
			fourth += Math.pow(value, 4) / DRAWS;
		}
		assertEquals(0, mean, 5 / Math.sqrt(DRAWS));
		assertEquals(1, variance, 5 * Math.sqrt(2.0 / DRAWS));
		assertEquals(3, fourth, 5 * Math.sqrt(96.0 / DRAWS));
	}

	@Test
	void wholeNumbersAreEquallyLikely() {
		RandomStream random = new RandomStream(9, 0);
		int[] histogram = new int[7];
		for (int k = 0; k < 70_000; k++)
			histogram[random.below(7)]++;
		for (int count : histogram)
			assertEquals(10_000, count, 500);
	}

	@Test
	void streamsAndSeedsDiffer() {
		long value = new RandomStream(1, 1).bits();
		assertEquals(value, new RandomStream(1, 1).bits());
		assertNotEquals(value, new RandomStream(1, 2).bits());
		assertNotEquals(value, new RandomStream(2, 1).bits());
	}
}
