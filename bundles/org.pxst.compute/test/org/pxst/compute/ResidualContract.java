// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.map.ForwardModel;

/** How far the model is from one frame. */
interface ResidualContract extends BackEndContract {
	@ParameterizedTest
	@CsvSource({ "1, 9, 8, 5", "2, 1, 14, 3", "3, 14, 1, 3", "4, 30, 41, 2" })
	default void residualIsFrameMinusModel(long seed, int rows, int columns, int count) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		ForwardModel model = random.model();
		NaiveSampler sampler = new NaiveSampler(random.reference());
		float[] target = new float[rows * columns];
		try (ComputeScan scan = open(random)) {
			for (int n = 0; n < count; n++) {
				Arrays.fill(target, -7);
				scan.residual(n, model, random.reference(), target);
				double[] expected = new double[target.length];
				for (int p = 0; p < expected.length; p++)
					expected[p] = model.mask().good()[p]
							? random.frames()[n][p] - model.whitefield().values()[p] * sampler.at(model, n, p, 0, 0)
							: Double.NaN;
				// rounding is that of the intensities, which are up to 240
				for (int p = 0; p < expected.length; p++)
					assertEquals(expected[p], target[p], 1e-3, "frame " + n + ", pixel " + p);
			}
		}
	}

	@Test
	default void perfectModelLeavesNothing() {
		PerfectModel perfect = PerfectModel.ofSubPixels(2, 9, 11, 4);
		float[] target = new float[99];
		try (ComputeScan scan = open(9, 11, perfect.frames(), 1, 3)) {
			Arrays.fill(target, 5);
			scan.residual(3, perfect.model(), perfect.reference(), target);
			for (float value : target)
				assertEquals(0, value, 1e-3);
		}
	}

	@Test
	default void frameThatIsNotLoadedIsRefused() {
		RandomCase random = RandomCase.of(5, 6, 7, 4);
		try (ComputeScan scan = open(6, 7, random.frames(), 0, 2, 3)) {
			scan.retainFrames(new int[] { 0, 2 });
			for (int n : new int[] { -1, 1, 3, 4 })
				assertThrows(IllegalArgumentException.class,
						() -> scan.residual(n, random.model(), random.reference(), new float[42]));
		}
	}

	@Test
	default void residualsGrowWithTheError() {
		PerfectModel perfect = PerfectModel.ofSubPixels(3, 9, 11, 4);
		try (ComputeScan scan = open(9, 11, perfect.frames())) {
			float[] target = new float[99];
			scan.residual(2, perfect.withMapOffBy(0.5, 0), perfect.reference(), target);
			double square = 0;
			for (float value : target)
				square += value * value / 99;
			assertTrue(square > 10, "mean square " + square);
		}
	}

	@Test
	default void closedScanHasNoResidual() {
		RandomCase random = RandomCase.of(5, 6, 7, 4);
		ComputeScan scan = open(random);
		scan.close();
		assertThrows(IllegalStateException.class,
				() -> scan.residual(0, random.model(), random.reference(), new float[42]));
	}
}
