// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class FrameCheckTest {
	@Test
	void leavesOutBlankFramesDipsAndFlashes() {
		double[] means = { 0, 100, 101, 49, 99, 102, 205, 98, 51 };
		assertArrayEquals(new int[] { 1, 2, 4, 5, 7, 8 },
				new FrameCheck().goodFrames(new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, means));
	}

	@Test
	void looksAtTheGivenFramesOnly() {
		double[] means = { Double.NaN, 10, 1000, 11, Double.NaN };
		assertArrayEquals(new int[] { 1, 3 }, new FrameCheck().goodFrames(new int[] { 1, 3 }, means));
	}

	@Test
	void nothingIsGoodWhenTheBeamWasOff() {
		assertArrayEquals(new int[0], new FrameCheck().goodFrames(new int[] { 0, 1, 2 }, new double[3]));
		assertArrayEquals(new int[0], new FrameCheck().goodFrames(new int[0], new double[3]));
	}

	@Test
	void thePartCanBeChosen() {
		assertArrayEquals(new int[] { 0, 1 },
				new FrameCheck(0.9).goodFrames(new int[] { 0, 1, 2 }, new double[] { 100, 95, 80 }));
	}
}
