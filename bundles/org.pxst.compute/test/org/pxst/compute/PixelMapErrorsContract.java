// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The error of each pixel at nine sub-pixel shifts of its map. */
interface PixelMapErrorsContract extends BackEndContract {
	/** Straight from the definition. */
	private static double[] naive(RandomCase random, double step) {
		NaiveSampler sampler = new NaiveSampler(random.reference());
		ForwardModel model = random.model();
		double[] errors = new double[model.mask().good().length * 9];
		for (int p = 0; p < model.mask().good().length; p++) {
			double[] sum = new double[9];
			double norm = 0;
			for (int n = 0; n < random.frames().length; n++) {
				double[] values = new double[9];
				boolean all = true;
				for (int c = 0; c < 9; c++) {
					values[c] = sampler.at(model, n, p, (c / 3 - 1) * step, (c % 3 - 1) * step);
					all &= !Double.isNaN(values[c]);
				}
				if (!all)
					continue;
				double intensity = random.frames()[n][p];
				double w = model.whitefield().values()[p];
				norm += (intensity - w) * (intensity - w);
				for (int c = 0; c < 9; c++)
					sum[c] += (intensity - w * values[c]) * (intensity - w * values[c]);
			}
			for (int c = 0; c < 9; c++)
				errors[p * 9 + c] = model.mask().good()[p] && norm > 0 ? sum[c] / norm : Double.NaN;
		}
		return errors;
	}

	@ParameterizedTest
	@CsvSource({ "1, 7, 9, 5, 0.5", "2, 12, 5, 8, 1", "3, 1, 14, 6, 0.25", "4, 14, 1, 6, 0.3", "5, 6, 6, 1, 2",
			"6, 23, 19, 3, 0.5" })
	default void errorsAreThoseOfAPlainSum(long seed, int rows, int columns, int count, double step) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		double[] expected = naive(random, step);
		try (ComputeScan scan = open(random)) {
			new Closeness(1e-4).check(expected,
					scan.pixelMapErrors(random.model(), random.reference(), step, monitor()), "error");
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 0", "0, 1", "-1, 0", "0, -1", "1, -1", "-1, -1", "1, 1" })
	default void rightPlaceHasTheSmallestError(int ss, int fs) {
		PerfectModel perfect = PerfectModel.ofSubPixels(1, 9, 7, 12);
		try (ComputeScan scan = open(9, 7, perfect.frames())) {
			float[] errors = scan.pixelMapErrors(perfect.withMapOffBy(-0.5 * ss, -0.5 * fs), perfect.reference(), 0.5,
					monitor());
			for (int p = 0; p < 63; p++)
				for (int c = 0; c < 9; c++)
					if (c == 3 * (ss + 1) + fs + 1)
						assertEquals(0, errors[p * 9 + c], 1e-6, "pixel " + p);
					else
						assertTrue(errors[p * 9 + c] > 1e-4, "pixel " + p + ", shift " + c + ": " + errors[p * 9 + c]);
		}
	}

	/** One row of frames and a reference image with one hole: a frame counts when all nine samples have a value. */
	@Test
	default void frameThatSeesAHoleForOneShiftDoesNotCount() {
		Image image = Image.constant(7, 9, 1.5f);
		image.values()[3 * 9 + 6] = Float.NaN;
		ReferenceImage reference = new ReferenceImage(image, Image.constant(7, 9, 1), 0, 0);
		double[] ss = { 3.25, 3.25, 3.25, 3.25, 5.75 };
		double[] fs = { 2.25, 4.25, 4.75, 7.75, 2.25 };
		ForwardModel model = new ForwardModel(Mask.allGood(1, 5), Image.constant(1, 5, 2), new PixelMap(1, 5, ss, fs),
				new PixelTranslations(new double[1], new double[1]));
		try (ComputeScan scan = open(1, 5, new float[][] { { 3, 3, 3, 3, 3 } })) {
			float[] errors = scan.pixelMapErrors(model, reference, 0.5, monitor());
			for (int c = 0; c < 9; c++) {
				assertEquals(0, errors[c], "far from the hole");
				assertEquals(0, errors[9 + c], "next to what is next to the hole");
				assertEquals(Float.NaN, errors[18 + c], "hole at a shift of +0.5");
				assertEquals(Float.NaN, errors[27 + c], "past the last column at a shift of +0.5");
				assertEquals(Float.NaN, errors[36 + c], "past the last row at a shift of +0.5");
			}
		}
	}

	@Test
	default void framesThatSeeLessDoNotSpoilTheOthers() {
		PerfectModel perfect = PerfectModel.ofSubPixels(2, 6, 8, 7);
		double[] ss = perfect.model().translations().ss().clone();
		ss[3] = 1000;
		ForwardModel model = perfect.model().with(new PixelTranslations(ss, perfect.model().translations().fs()));
		try (ComputeScan scan = open(6, 8, perfect.frames())) {
			float[] errors = scan.pixelMapErrors(model, perfect.reference(), 1, monitor());
			for (int p = 0; p < 48; p++)
				assertEquals(0, errors[p * 9 + 4], 1e-6);
		}
	}
}
