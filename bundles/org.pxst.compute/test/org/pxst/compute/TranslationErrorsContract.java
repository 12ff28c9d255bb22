// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.scan.PixelTranslations;

/** The error of each frame at a grid of shifts of its translation. */
interface TranslationErrorsContract extends BackEndContract {
	/** Straight from the definition; all frames. */
	private static double[] naive(RandomCase random, int half, double step) {
		NaiveSampler sampler = new NaiveSampler(random.reference());
		ForwardModel model = random.model();
		int width = 2 * half + 1;
		double[] errors = new double[random.frames().length * width * width];
		for (int n = 0; n < random.frames().length; n++) {
			double[] sum = new double[width * width];
			double norm = 0;
			for (int p = 0; p < model.mask().good().length; p++) {
				double[] values = new double[sum.length];
				boolean all = model.mask().good()[p];
				for (int c = 0; c < sum.length; c++) {
					// a sample further on is seen at a point further back
					values[c] = sampler.at(model, n, p, -(c / width - half) * step, -(c % width - half) * step);
					all &= !Double.isNaN(values[c]);
				}
				if (!all)
					continue;
				double intensity = random.frames()[n][p];
				double w = model.whitefield().values()[p];
				norm += (intensity - w) * (intensity - w);
				for (int c = 0; c < sum.length; c++)
					sum[c] += (intensity - w * values[c]) * (intensity - w * values[c]);
			}
			for (int c = 0; c < sum.length; c++)
				errors[n * sum.length + c] = norm > 0 ? sum[c] / norm : Double.NaN;
		}
		return errors;
	}

	@ParameterizedTest
	@CsvSource({ "1, 9, 8, 5, 1, 1", "2, 12, 15, 4, 2, 0.5", "3, 14, 10, 3, 3, 0.5", "4, 1, 20, 4, 1, 0.5",
			"5, 21, 1, 4, 2, 1", "6, 10, 10, 2, 3, 1", "7, 8, 8, 3, 1, 0.1" })
	default void errorsAreThoseOfAPlainSum(long seed, int rows, int columns, int count, int half, double step) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		double[] expected = naive(random, half, step);
		try (ComputeScan scan = open(random)) {
			new Closeness(1e-5).check(expected,
					scan.translationErrors(random.model(), random.reference(), half, step, monitor()), "error");
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 1, 1", "0, 1, 1, 1", "-1, 1, 1, 1", "2, -3, 3, 1", "0.5, -1, 2, 0.5", "-1.5, 0.5, 3, 0.5",
			"0, 0, 2, 0.5" })
	default void bestShiftUndoesTheError(double ss, double fs, int half, double step) {
		PerfectModel perfect = PerfectModel.ofSubPixels(5, 13, 11, 6);
		double[] offSs = perfect.model().translations().ss().clone();
		double[] offFs = perfect.model().translations().fs().clone();
		offSs[4] += ss;
		offFs[4] += fs;
		int width = 2 * half + 1;
		try (ComputeScan scan = open(13, 11, perfect.frames())) {
			double[] errors = scan.translationErrors(perfect.model().with(new PixelTranslations(offSs, offFs)),
					perfect.reference(), half, step, monitor());
			for (int n = 0; n < 6; n++) {
				int a = half - (n == 4 ? (int) Math.rint(ss / step) : 0);
				int b = half - (n == 4 ? (int) Math.rint(fs / step) : 0);
				for (int c = 0; c < width * width; c++)
					if (c == a * width + b)
						assertEquals(0, errors[n * width * width + c], 1e-6, "frame " + n);
					else
						assertTrue(errors[n * width * width + c] > 0.02, "frame " + n + ", shift " + c);
			}
		}
	}

	@Test
	default void framesThatAreNotLoadedHaveNoError() {
		RandomCase random = RandomCase.of(9, 11, 12, 6);
		double[] all = naive(random, 1, 0.5);
		double[] ss = random.model().translations().ss().clone();
		double[] fs = random.model().translations().fs().clone();
		for (int n : new int[] { 0, 3, 4 }) {
			ss[n] = Double.NaN;
			fs[n] = Double.NaN;
			for (int c = 0; c < 9; c++)
				all[n * 9 + c] = Double.NaN;
		}
		try (ComputeScan scan = open(11, 12, random.frames(), 1, 2, 5)) {
			new Closeness(1e-5).check(all, scan.translationErrors(random.model().with(new PixelTranslations(ss, fs)),
					random.reference(), 1, 0.5, monitor()), "error");
		}
	}

	@Test
	default void frameThatLooksBesideTheReferenceHasNoErrorAtAnyShift() {
		PerfectModel perfect = PerfectModel.ofSubPixels(6, 5, 6, 3);
		double[] ss = perfect.model().translations().ss().clone();
		ss[1] = -500;
		try (ComputeScan scan = open(5, 6, perfect.frames())) {
			double[] errors = scan.translationErrors(
					perfect.model().with(new PixelTranslations(ss, perfect.model().translations().fs())),
					perfect.reference(), 1, 1, monitor());
			for (int c = 0; c < 9; c++)
				assertEquals(Double.NaN, errors[9 + c]);
			assertEquals(0, errors[4], 1e-6);
			assertEquals(0, errors[18 + 4], 1e-6);
		}
	}
}
