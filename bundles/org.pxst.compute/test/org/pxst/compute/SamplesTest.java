// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
	private static final int FRAMES = 60;
	private static final int PIXELS = 500;

	@Test
	void allContainEverything() {
		assertTrue(Samples.ALL.areAll());
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++)
				assertTrue(Samples.ALL.contain(n, p));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, -1, 12345, Integer.MIN_VALUE })
	void eachSampleIsInOneHalf(int seed) {
		Samples one = Samples.half(1, seed);
		Samples two = Samples.half(2, seed);
		assertFalse(one.areAll());
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++)
				assertNotEquals(one.contain(n, p), two.contain(n, p));
	}

	/** As many as independent coins: mean and the standard deviation of 5 sigma. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 77 })
	void halvesAreHalvesOfEachFrameAndEachPixel(int seed) {
		Samples half = Samples.half(1, seed);
		int[] ofFrame = new int[FRAMES];
		int[] ofPixel = new int[PIXELS];
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++)
				if (half.contain(n, p)) {
					ofFrame[n]++;
					ofPixel[p]++;
				}
		for (int count : ofFrame)
			assertEquals(PIXELS / 2.0, count, 5 * Math.sqrt(PIXELS / 4.0));
		for (int count : ofPixel)
			assertEquals(FRAMES / 2.0, count, 5 * Math.sqrt(FRAMES / 4.0));
	}

	@Test
	void neighboursAndSeedsAreChosenIndependently() {
		Samples half = Samples.half(1, 3);
		Samples other = Samples.half(1, 4);
		int nextPixel = 0;
		int nextFrame = 0;
		int otherSeed = 0;
		int size = FRAMES * PIXELS;
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++) {
				nextPixel += half.contain(n, p) == half.contain(n, p + 1) ? 1 : 0;
				nextFrame += half.contain(n, p) == half.contain(n + 1, p) ? 1 : 0;
				otherSeed += half.contain(n, p) == other.contain(n, p) ? 1 : 0;
			}
		double sigma = Math.sqrt(size / 4.0);
		assertEquals(size / 2.0, nextPixel, 5 * sigma);
		assertEquals(size / 2.0, nextFrame, 5 * sigma);
		assertEquals(size / 2.0, otherSeed, 5 * sigma);
	}

	@Test
	void otherPartsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Samples(3, 0));
		assertThrows(IllegalArgumentException.class, () -> new Samples(-1, 0));
		assertThrows(IllegalArgumentException.class, () -> Samples.half(0, 0));
	}
}
