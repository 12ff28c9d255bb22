// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The errors of the model and their projections. */
interface CalcErrorContract extends BackEndContract {
	/** Straight from the definition: the loaded frames only. */
	record Naive(double total, double[] frame, double[] pixel, double[] reference, double[] flux) {
		static Naive of(RandomCase random, int... loaded) {
			NaiveSampler sampler = new NaiveSampler(random.reference());
			ForwardModel model = random.model();
			int pixels = model.mask().good().length;
			int columns = random.reference().image().columns();
			double[] frame = new double[random.frames().length];
			double[] flux = new double[random.frames().length];
			double[] pixel = new double[pixels];
			int[] seenByPixel = new int[pixels];
			double[] onReference = new double[random.reference().image().values().length];
			double[] weights = new double[onReference.length];
			Arrays.fill(frame, Double.NaN);
			Arrays.fill(flux, Double.NaN);
			for (int n : loaded) {
				double sum = 0;
				int seen = 0;
				double modelled = 0;
				double measured = 0;
				for (int p = 0; p < pixels; p++) {
					double value = sampler.at(model, n, p, 0, 0);
					if (!model.mask().good()[p] || Double.isNaN(value))
						continue;
					double w = model.whitefield().values()[p];
					double intensity = random.frames()[n][p];
					double error = (intensity - w * value) * (intensity - w * value)
							/ variance(random.frames(), loaded, p);
					sum += error;
					seen++;
					pixel[p] += error;
					seenByPixel[p]++;
					modelled += w * value * intensity;
					measured += intensity * intensity;
					double s = model.map().ss()[p] - model.translations().ss()[n] + random.reference().n0();
					double f = model.map().fs()[p] - model.translations().fs()[n] + random.reference().m0();
					for (int a = 0; a < 2; a++)
						for (int b = 0; b < 2; b++) {
							int c = ((int) Math.floor(s) + a) * columns + (int) Math.floor(f) + b;
							double weight = (1 - Math.abs(s - Math.floor(s) - a))
									* (1 - Math.abs(f - Math.floor(f) - b));
							onReference[c] += weight * error;
							weights[c] += weight;
						}
				}
				frame[n] = sum / seen;
				flux[n] = modelled / measured;
			}
			double total = 0;
			int counted = 0;
			for (int p = 0; p < pixels; p++) {
				pixel[p] /= seenByPixel[p];
				if (seenByPixel[p] > 0) {
					total += pixel[p];
					counted++;
				}
			}
			for (int c = 0; c < onReference.length; c++)
				onReference[c] /= weights[c];
			return new Naive(total / counted, frame, pixel, onReference, flux);
		}

		private static double variance(float[][] frames, int[] loaded, int p) {
			double mean = 0;
			double variance = 0;
			for (int n : loaded)
				mean += frames[n][p] / (double) loaded.length;
			for (int n : loaded)
				variance += (frames[n][p] - mean) * (frames[n][p] - mean) / loaded.length;
			return variance;
		}
	}

	private static void assertErrors(Naive expected, ModelErrors errors) {
		Closeness close = new Closeness(1e-4);
		close.check(expected.total(), errors.total(), "total");
		close.check(expected.frame(), errors.frame(), "frame");
		close.check(expected.flux(), errors.fluxCorrection(), "flux correction of frame");
		close.check(expected.pixel(), errors.pixel(), "pixel");
		close.check(expected.reference(), errors.reference(), "reference");
	}

	@ParameterizedTest
	@CsvSource({ "1, 7, 9, 5", "2, 14, 6, 8", "3, 1, 15, 6", "4, 15, 1, 6", "5, 20, 25, 17", "6, 4, 4, 2" })
	default void projectionsAreThoseOfAPlainSum(long seed, int rows, int columns, int count) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		int[] all = new int[count];
		Arrays.setAll(all, n -> n);
		try (ComputeScan scan = open(random)) {
			assertErrors(Naive.of(random, all), scan.calcError(random.model(), random.reference(), monitor()));
		}
	}

	@Test
	default void framesThatAreNotLoadedDoNotCount() {
		RandomCase random = RandomCase.of(7, 8, 9, 7);
		double[] ss = random.model().translations().ss().clone();
		double[] fs = random.model().translations().fs().clone();
		for (int n : new int[] { 1, 2, 6 }) {
			ss[n] = Double.NaN;
			fs[n] = Double.NaN;
		}
		ForwardModel model = random.model().with(new PixelTranslations(ss, fs));
		try (ComputeScan scan = open(8, 9, random.frames(), 0, 3, 4, 5)) {
			assertErrors(Naive.of(random, 0, 3, 4, 5), scan.calcError(model, random.reference(), monitor()));
		}
		try (ComputeScan scan = open(random)) {
			scan.retainFrames(new int[] { 0, 3, 4, 5 });
			assertErrors(Naive.of(random, 0, 3, 4, 5), scan.calcError(model, random.reference(), monitor()));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	default void perfectModelHasNoError(long seed) {
		PerfectModel perfect = PerfectModel.ofSubPixels(seed, 10, 13, 9);
		try (ComputeScan scan = open(10, 13, perfect.frames())) {
			ModelErrors errors = scan.calcError(perfect.model(), perfect.reference(), monitor());
			assertEquals(0, errors.total(), 1e-6);
			for (int n = 0; n < 9; n++) {
				assertEquals(0, errors.frame()[n], 1e-6);
				assertEquals(1, errors.fluxCorrection()[n], 1e-5);
			}
			for (float error : errors.pixel().values())
				assertEquals(0, error, 1e-6);
			assertEquals(perfect.reference().image().rows(), errors.reference().rows());
			assertEquals(perfect.reference().image().columns(), errors.reference().columns());
		}
	}

	@Test
	default void modelThatExplainsNothingHasErrorOne() {
		PerfectModel perfect = PerfectModel.ofSubPixels(3, 9, 10, 8);
		float[] mean = new float[90];
		for (int p = 0; p < 90; p++) {
			double sum = 0;
			for (float[] frame : perfect.frames())
				sum += frame[p];
			mean[p] = (float) (sum / 8);
		}
		Image ones = Image.constant(60, 60, 1);
		ForwardModel model = perfect.model().with(new Image(9, 10, mean));
		try (ComputeScan scan = open(9, 10, perfect.frames())) {
			ModelErrors errors = scan.calcError(model, new ReferenceImage(ones, ones, 25, 25), monitor());
			assertEquals(1, errors.total(), 1e-4);
			for (float error : errors.pixel().values())
				assertEquals(1, error, 1e-4);
			double meanOfFrames = 0;
			for (double error : errors.frame())
				meanOfFrames += error / 8;
			assertEquals(1, meanOfFrames, 1e-4);
		}
	}

	@Test
	default void fluxCorrectionUndoesABrightFrame() {
		PerfectModel perfect = PerfectModel.ofSubPixels(4, 9, 10, 8);
		float[][] frames = perfect.frames().clone();
		frames[5] = frames[5].clone();
		for (int p = 0; p < 90; p++)
			frames[5][p] *= 1.1f;
		try (ComputeScan scan = open(9, 10, frames)) {
			ModelErrors errors = scan.calcError(perfect.model(), perfect.reference(), monitor());
			for (int n = 0; n < 8; n++)
				assertEquals(n == 5 ? 1 / 1.1 : 1, errors.fluxCorrection()[n], 1e-5, "frame " + n);
			assertTrue(errors.frame()[5] > 1e-3);
			assertEquals(0, errors.frame()[4], 1e-6);
		}
	}

	@Test
	default void errorGrowsWithTheSquareOfTheResidual() {
		PerfectModel perfect = PerfectModel.ofSubPixels(5, 9, 10, 8);
		float[] more = perfect.model().whitefield().values().clone();
		float[] muchMore = more.clone();
		for (int p = 0; p < 90; p++) {
			more[p] *= 1.01f;
			muchMore[p] *= 1.02f;
		}
		try (ComputeScan scan = open(9, 10, perfect.frames())) {
			double one = scan.calcError(perfect.model().with(new Image(9, 10, more)), perfect.reference(), monitor())
					.total();
			double two = scan
					.calcError(perfect.model().with(new Image(9, 10, muchMore)), perfect.reference(), monitor()).total();
			assertEquals(4, two / one, 0.001);
		}
	}

	/** Their error would be divided by a variance of 0, or by what rounding leaves of one. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 7, 121, 500, 1000 })
	default void pixelsThatNeverChangeDoNotCount(int count) {
		PerfectModel perfect = PerfectModel.ofSubPixels(6, 8, 9, count);
		Random random = new Random(count);
		boolean[] changes = Mask.allGood(8, 9).good();
		float[][] frames = new float[count][];
		for (int n = 0; n < count; n++)
			frames[n] = perfect.frames()[n].clone();
		for (int p = 0; p < 72; p += 3) {
			changes[p] = false;
			float value = 1000 * random.nextFloat();
			for (float[] frame : frames)
				frame[p] = value;
		}
		float[] more = perfect.model().whitefield().values().clone();
		for (int p = 0; p < more.length; p++)
			more[p] *= 1.05f;
		ForwardModel model = perfect.model().with(new Image(8, 9, more));
		ForwardModel masked = new ForwardModel(new Mask(8, 9, changes), model.whitefield(), model.map(),
				model.translations());
		try (ComputeScan scan = open(8, 9, frames)) {
			ModelErrors expected = scan.calcError(masked, perfect.reference(), monitor());
			ModelErrors errors = scan.calcError(model, perfect.reference(), monitor());
			for (int p = 0; p < 72; p++)
				assertEquals(!changes[p], Float.isNaN(errors.pixel().values()[p]),
						"pixel " + p + ": " + errors.pixel().values()[p]);
			assertEquals(expected.total(), errors.total(), 1e-5 * expected.total());
			new Closeness(1e-5).check(expected.frame(), errors.frame(), "frame");
			new Closeness(1e-5).check(expected.reference(), errors.reference(), "reference");
		}
	}

	@Test
	default void frameThatLooksBesideTheReferenceHasNoError() {
		PerfectModel perfect = PerfectModel.ofSubPixels(7, 6, 5, 4);
		double[] ss = perfect.model().translations().ss().clone();
		ss[2] = 1e6;
		try (ComputeScan scan = open(6, 5, perfect.frames())) {
			ModelErrors errors = scan.calcError(
					perfect.model().with(new PixelTranslations(ss, perfect.model().translations().fs())),
					perfect.reference(), monitor());
			assertEquals(Double.NaN, errors.frame()[2]);
			assertEquals(Double.NaN, errors.fluxCorrection()[2]);
			assertEquals(0, errors.total(), 1e-6);
		}
	}

	@Test
	default void maskThatKillsEverythingLeavesNoError() {
		RandomCase random = RandomCase.of(8, 6, 5, 4);
		ForwardModel model = new ForwardModel(new Mask(6, 5, new boolean[30]), random.model().whitefield(),
				random.model().map(), random.model().translations());
		try (ComputeScan scan = open(random)) {
			ModelErrors errors = scan.calcError(model, random.reference(), monitor());
			assertEquals(Double.NaN, errors.total());
			for (double error : errors.frame())
				assertEquals(Double.NaN, error);
			for (float error : errors.pixel().values())
				assertEquals(Float.NaN, error);
		}
	}

	@Test
	default void nothingSeenIsNoErrorAtAll() {
		PerfectModel perfect = PerfectModel.ofSubPixels(8, 6, 5, 4);
		Image nothing = Image.constant(30, 30, Float.NaN);
		try (ComputeScan scan = open(6, 5, perfect.frames())) {
			ModelErrors errors = scan.calcError(perfect.model(), new ReferenceImage(nothing, nothing, 9, 9), monitor());
			assertEquals(Double.NaN, errors.total());
			for (float error : errors.reference().values())
				assertEquals(Float.NaN, error);
		}
	}
}
