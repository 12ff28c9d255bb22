// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** Operations on one of two random halves of the samples. */
interface HalvesContract extends BackEndContract {
	@ParameterizedTest
	@CsvSource({ "1, 9, 8, 10, 4", "2, 30, 25, 7, -8", "3, 1, 15, 6, 0", "4, 12, 1, 9, 2147483647" })
	default void halvesAreDisjointAndComplete(long seed, int rows, int columns, int count, int choice) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		Closeness close = new Closeness(1e-5);
		try (ComputeScan scan = open(random)) {
			ReferenceImage all = scan.makeReference(random.model(), 0, monitor());
			ReferenceImage one = scan.makeReference(random.model(), 0, Samples.half(1, choice), monitor());
			ReferenceImage two = scan.makeReference(random.model(), 0, Samples.half(2, choice), monitor());
			assertEquals(all.n0(), one.n0());
			assertEquals(all.m0(), two.m0());
			for (int c = 0; c < all.image().values().length; c++) {
				double overlapOne = one.overlap().values()[c];
				double overlapTwo = two.overlap().values()[c];
				close.check(all.overlap().values()[c], overlapOne + overlapTwo, "overlap " + c);
				double product = (overlapOne > 0 ? overlapOne * one.image().values()[c] : 0)
						+ (overlapTwo > 0 ? overlapTwo * two.image().values()[c] : 0);
				if (all.overlap().values()[c] > 1e-6)
					close.check(all.image().values()[c], product / all.overlap().values()[c], "value " + c);
			}
		}
	}

	@Test
	default void otherChoicesAreOtherHalves() throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(5, 11, 12, 9);
		try (ComputeScan scan = open(random)) {
			Bits one = Bits.of(scan.makeReference(random.model(), 0.1, Samples.half(1, 7), monitor()));
			assertEquals(one, Bits.of(scan.makeReference(random.model(), 0.1, Samples.half(1, 7), monitor())));
			assertNotEquals(one, Bits.of(scan.makeReference(random.model(), 0.1, Samples.half(1, 8), monitor())));
			assertNotEquals(one, Bits.of(scan.makeReference(random.model(), 0.1, Samples.half(2, 7), monitor())));
			assertNotEquals(one, Bits.of(scan.makeReference(random.model(), 0.1, monitor())));
		}
	}

	/** Whatever other frames are loaded: a sample is known by its frame's index in the scan and its place on the detector. */
	@Test
	default void choiceDoesNotDependOnTheFramesThatAreLoaded() throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(6, 10, 11, 8);
		Samples half = Samples.half(2, 3);
		int[] some = { 1, 4, 5, 7 };
		try (ComputeScan all = open(random); ComputeScan loaded = open(10, 11, random.frames(), some)) {
			all.retainFrames(some);
			new Closeness(1e-6).check(loaded.makeReference(random.model(), 0.1, half, monitor()).overlap(),
					all.makeReference(random.model(), 0.1, half, monitor()).overlap(), "overlap");
			SearchWindow window = new SearchWindow(4, 4);
			assertEquals(
					Bits.of(loaded.searchPixelMap(random.model(), random.reference(), window, half, monitor())),
					Bits.of(all.searchPixelMap(random.model(), random.reference(), window, half, monitor())));
			double sum = 0;
			for (float overlap : loaded.makeReference(random.model(), 0, half, monitor()).overlap().values())
				sum += overlap;
			assertEquals(1, sum / naiveOverlap(random, half, some), 1e-5);
		}
	}

	private static double naiveOverlap(RandomCase random, Samples samples, int[] frames) {
		double sum = 0;
		float[] w = random.model().whitefield().values();
		for (int n : frames)
			for (int p = 0; p < w.length; p++)
				if (random.model().mask().good()[p] && samples.contain(n, p))
					sum += (double) w[p] * w[p];
		return sum;
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.5", "2, 0.5", "1, 1" })
	default void mapErrorsOfAHalfAreThoseOfAPlainSum(int part, double step) {
		RandomCase random = RandomCase.of(7, 9, 10, 12);
		ForwardModel model = random.model();
		NaiveSampler sampler = new NaiveSampler(random.reference());
		Samples half = Samples.half(part, 21);
		int[] loaded = { 1, 2, 4, 5, 7, 8, 10, 11 };
		try (ComputeScan scan = open(9, 10, random.frames(), loaded)) {
			float[] errors = scan.pixelMapErrors(model, random.reference(), step, half, monitor());
			for (int p = 0; p < 90; p++)
				new Closeness(1e-4).check(naive(random, loaded, sampler, half, step, p),
						Arrays.copyOfRange(errors, 9 * p, 9 * p + 9), "pixel " + p + ", shift");
		}
	}

	private static double[] naive(RandomCase random, int[] loaded, NaiveSampler sampler, Samples samples,
			double step, int p) {
		double[] sum = new double[9];
		double norm = 0;
		double w = random.model().whitefield().values()[p];
		for (int n : loaded) {
			double[] values = new double[9];
			boolean all = samples.contain(n, p);
			for (int c = 0; c < 9; c++) {
				values[c] = sampler.at(random.model(), n, p, (c / 3 - 1) * step, (c % 3 - 1) * step);
				all &= !Double.isNaN(values[c]);
			}
			if (!all)
				continue;
			double intensity = random.frames()[n][p];
			norm += (intensity - w) * (intensity - w);
			for (int c = 0; c < 9; c++)
				sum[c] += (intensity - w * values[c]) * (intensity - w * values[c]);
		}
		for (int c = 0; c < 9; c++)
			sum[c] = random.model().mask().good()[p] && norm > 0 ? sum[c] / norm : Double.NaN;
		return sum;
	}
}
