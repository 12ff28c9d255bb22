// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The grid search in steps of less than a pixel. */
interface SearchBetweenPixelsContract extends BackEndContract {
	/** Errors of one pixel at all shifts, straight from the definition; NaN where no frame counts. */
	private static double[] naive(RandomCase random, SearchWindow window, double step, Samples samples, int p) {
		NaiveSampler sampler = new NaiveSampler(random.reference());
		double[] sum = new double[window.shifts()];
		double norm = 0;
		double w = random.model().whitefield().values()[p];
		for (int n = 0; n < random.frames().length; n++) {
			double[] values = new double[sum.length];
			boolean all = samples.contain(n, p);
			for (int c = 0; c < sum.length; c++) {
				values[c] = sampler.at(random.model(), n, p, (c / window.widthFs() + window.firstSs()) * step,
						(c % window.widthFs() + window.firstFs()) * step);
				all &= !Double.isNaN(values[c]);
			}
			if (!all)
				continue;
			double intensity = random.frames()[n][p];
			norm += (intensity - w) * (intensity - w);
			for (int c = 0; c < sum.length; c++)
				sum[c] += (intensity - w * values[c]) * (intensity - w * values[c]);
		}
		for (int c = 0; c < sum.length; c++)
			sum[c] = norm > 0 ? sum[c] / norm : Double.NaN;
		return sum;
	}

	private static void assertBestFound(RandomCase random, SearchWindow window, double step, Samples samples,
			PixelShifts shifts) {
		int known = 0;
		for (int p = 0; p < shifts.error().length; p++) {
			String where = "pixel " + p;
			double[] errors = naive(random, window, step, samples, p);
			if (!random.model().mask().good()[p] || Double.isNaN(errors[0])) {
				assertEquals(0, shifts.ss()[p], where);
				assertEquals(0, shifts.fs()[p], where);
				assertEquals(Float.NaN, shifts.error()[p], where);
				continue;
			}
			double least = Double.POSITIVE_INFINITY;
			for (double error : errors)
				least = Math.min(least, error);
			int found = (shifts.ss()[p] - window.firstSs()) * window.widthFs() + shifts.fs()[p] - window.firstFs();
			assertEquals(least, errors[found], 1e-5 * Math.max(1, least), where);
			assertEquals(least, shifts.error()[p], 1e-4 * Math.max(1, least), where);
			known++;
		}
		assertTrue(known > 0);
	}

	@ParameterizedTest
	@CsvSource({ "1, 8, 9, 7, 5, 5, 0.5, 0", "2, 9, 7, 8, 4, 6, 0.25, 0", "3, 10, 9, 6, 3, 3, 1, 0",
			"4, 9, 9, 9, 3, 3, 0.5, 1", "5, 8, 7, 12, 5, 2, 0.0625, 2", "6, 7, 9, 8, 1, 1, 0.5, 0",
			"7, 11, 11, 3, 3, 4, 0.7, 0", "8, 9, 8, 6, 1, 1, 1, 0", "9, 12, 11, 5, 5, 5, 1, 0", "10, 14, 13, 5, 7, 7, 1, 2" })
	default void findsTheBestShiftBetweenPixels(long seed, int rows, int columns, int count, int widthSs, int widthFs,
			double step, int part) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		SearchWindow window = new SearchWindow(widthSs, widthFs);
		Samples samples = new Samples(part, 17);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window, step, samples, scan.searchPixelMapBetweenPixels(random.model(),
					random.reference(), window, step, samples, monitor()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "2, -1", "-4, 3", "3, 3" })
	default void findsHowManyStepsTheMapIsOff(int ss, int fs) {
		PerfectModel perfect = PerfectModel.ofSubPixels(3, 7, 8, 10);
		try (ComputeScan scan = open(7, 8, perfect.frames())) {
			PixelShifts shifts = scan.searchPixelMapBetweenPixels(perfect.withMapOffBy(-0.25 * ss, -0.25 * fs),
					perfect.reference(), new SearchWindow(8, 8), 0.25, Samples.ALL, monitor());
			for (int p = 0; p < 56; p++) {
				assertEquals(ss, shifts.ss()[p], "pixel " + p);
				assertEquals(fs, shifts.fs()[p], "pixel " + p);
				assertEquals(0, shifts.error()[p], 1e-6, "pixel " + p);
			}
		}
	}

	@Test
	default void ofEqualErrorsBetweenPixelsTheSmallestShiftWins() {
		ForwardModel model = new ForwardModel(Mask.allGood(1, 1), Image.constant(1, 1, 1), PixelMap.identity(1, 1),
				new PixelTranslations(new double[] { 0, 1, -2, 3 }, new double[] { 0, -3, 2, 1 }));
		ReferenceImage flat = new ReferenceImage(Image.constant(40, 40, 1), Image.constant(40, 40, 4), 20.5, 20.25);
		try (ComputeScan scan = open(1, 1, new float[][] { { 0.5f }, { 1.25f }, { 0.75f }, { 1.5f } })) {
			PixelShifts shifts = scan.searchPixelMapBetweenPixels(model, flat, new SearchWindow(6, 5), 0.5, Samples.ALL,
					monitor());
			assertEquals(0, shifts.ss()[0]);
			assertEquals(0, shifts.fs()[0]);
			assertEquals(1, shifts.error()[0]);
		}
	}

	@Test
	default void pixelThatLooksBesideTheReferenceHasNoShiftBetweenPixels() {
		RandomCase random = RandomCase.of(5, 4, 5, 3);
		double[] far = new double[20];
		Arrays.fill(far, 1e4);
		far[7] = -1e9;
		far[8] = 3e9;
		ForwardModel model = random.unmasked().model().with(new PixelMap(4, 5, far, far));
		try (ComputeScan scan = open(random)) {
			PixelShifts shifts = scan.searchPixelMapBetweenPixels(model, random.reference(), new SearchWindow(2, 3), 0.5,
					Samples.ALL, monitor());
			assertArrayEquals(new byte[20], shifts.ss());
			assertArrayEquals(new byte[20], shifts.fs());
			for (float error : shifts.error())
				assertEquals(Float.NaN, error);
		}
	}
}
