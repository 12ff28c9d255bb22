// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.processing.steps.FrameCheck.Proposal;
import org.pxst.processing.steps.FrameCheck.Reason;

class FrameCheckTest {
	private static final int[] FRAMES = IntStream.range(0, 40).toArray();

	@Test
	void leavesOutBlankFramesDipsAndFlashes() {
		double[] means = { 0, 100, 101, 49, 99, 102, 205, 98, 51 };
		assertArrayEquals(new int[] { 1, 2, 4, 5, 7, 8 },
				new FrameCheck().goodFrames(new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, means));
	}

	@Test
	void eachProposalSaysWhy() {
		double[] means = { 0, 100, Double.NaN, 49, 100, 100, 250, 100, 1, 100 };
		List<Proposal> proposals = new FrameCheck().byIntensity(IntStream.range(0, 10).toArray(), means);
		assertEquals(List.of(new Proposal(0, Reason.BLANK, 0, 0.5), new Proposal(2, Reason.BLANK, Double.NaN, 0.5),
				new Proposal(3, Reason.DIP, 0.49, 0.5), new Proposal(6, Reason.FLASH, 2.5, 2),
				new Proposal(8, Reason.BLANK, 0.01, 0.5)), proposals);
		assertArrayEquals(new int[] { 1, 4, 9 }, FrameCheck.without(new int[] { 0, 1, 2, 3, 4, 9 }, proposals));
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
		assertArrayEquals(new int[] { 0, 1, 2 },
				new FrameCheck(0).goodFrames(new int[] { 0, 1, 2 }, new double[] { 100, 1, 8000 }));
		assertThrows(IllegalArgumentException.class, () -> new FrameCheck(1.1));
		assertThrows(IllegalArgumentException.class, () -> new FrameCheck(Double.NaN));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void outliersAreFoundAndWhatScattersIsNot(long seed) {
		Random random = new Random(seed);
		double[] errors = random.doubles(40).map(r -> 0.3 + 0.1 * r).toArray();
		assertEquals(List.of(), new FrameCheck().byError(FRAMES, errors));
		errors[7] = 0.9;
		errors[31] = Double.NaN;
		List<Proposal> proposals = new FrameCheck().byError(FRAMES, errors);
		assertArrayEquals(new int[] { 7, 31 }, proposals.stream().mapToInt(Proposal::frame).toArray());
		assertEquals(Reason.UNEXPLAINED, proposals.get(0).reason());
		assertEquals(0.9, proposals.get(0).value());
		assertTrue(proposals.get(0).limit() > 0.4 && proposals.get(0).limit() < 0.9, proposals::toString);
		double[] correlations = random.doubles(40).map(r -> 0.97 + 0.02 * r).toArray();
		assertEquals(List.of(), new FrameCheck().byStructure(FRAMES, correlations));
		correlations[3] = 0.7;
		proposals = new FrameCheck().byStructure(FRAMES, correlations);
		assertEquals(1, proposals.size());
		assertEquals(new Proposal(3, Reason.UNLIKE_WHITEFIELD, 0.7, proposals.get(0).limit()), proposals.get(0));
		assertTrue(proposals.get(0).limit() < 0.97 && proposals.get(0).limit() > 0.7, proposals::toString);
	}

	@Test
	void framesThatAreAlmostAlikeAreNoOutliersForSmallDifferences() {
		double[] errors = new double[40];
		for (int n = 0; n < 40; n++)
			errors[n] = 0.3 + 1e-6 * (n % 5);
		errors[9] = 0.44;
		assertEquals(List.of(), new FrameCheck().byError(FRAMES, errors));
		errors[9] = 0.46;
		assertEquals(1, new FrameCheck().byError(FRAMES, errors).size());
	}

	@Test
	void manyBadFramesDoNotHideEachOther() {
		double[] errors = new Random(1).doubles(40).map(r -> 0.3 + 0.02 * r).toArray();
		for (int n = 0; n < 12; n++)
			errors[3 * n] = 1 + n;
		assertEquals(12, new FrameCheck().byError(FRAMES, errors).size());
	}

	@Test
	void fewFramesAreNotJudged() {
		assertEquals(List.of(), new FrameCheck().byError(IntStream.range(0, 7).toArray(), new double[] { 1, 1, 1, 1, 1, 1, 99 }));
	}
}
