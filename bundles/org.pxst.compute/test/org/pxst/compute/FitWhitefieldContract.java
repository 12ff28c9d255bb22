// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The least-squares whitefield. */
interface FitWhitefieldContract extends BackEndContract {
	@ParameterizedTest
	@CsvSource({ "1, 9, 7, 6", "2, 6, 20, 9", "3, 1, 9, 5", "4, 9, 1, 5", "5, 35, 40, 3" })
	default void fitIsThatOfAPlainSum(long seed, int rows, int columns, int count) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		ForwardModel model = random.model();
		NaiveSampler sampler = new NaiveSampler(random.reference());
		double[] expected = new double[rows * columns];
		for (int p = 0; p < expected.length; p++) {
			double product = 0;
			double square = 0;
			int seen = 0;
			for (int n = 0; n < count; n++) {
				double value = sampler.at(model, n, p, 0, 0);
				if (Double.isNaN(value))
					continue;
				product += random.frames()[n][p] * value;
				square += value * value;
				seen++;
			}
			boolean fitted = model.mask().good()[p] && 2 * seen >= count && seen > 0;
			expected[p] = fitted ? product / square : model.whitefield().values()[p];
		}
		try (ComputeScan scan = open(random)) {
			new Closeness(1e-5).check(expected, scan.fitWhitefield(model, random.reference(), monitor()), "whitefield");
		}
	}

	@Test
	default void whitefieldOfThePerfectModelComesBack() {
		PerfectModel perfect = PerfectModel.ofSubPixels(3, 14, 9, 8);
		Random random = new Random(1);
		float[] wrong = perfect.model().whitefield().values().clone();
		for (int p = 0; p < wrong.length; p++)
			wrong[p] *= 0.5f + random.nextFloat();
		float[] before = wrong.clone();
		try (ComputeScan scan = open(14, 9, perfect.frames())) {
			new Closeness(1e-5).check(perfect.model().whitefield(), scan.fitWhitefield(
					perfect.model().with(new Image(14, 9, wrong)), perfect.reference(), monitor()), "whitefield");
		}
		assertArrayEquals(before, wrong);
	}

	@Test
	default void pixelSeenByFewFramesKeepsItsValue() {
		// pixel p looks at row p; the five frames look 0, 0, 1, 2 and 3 rows further on
		ReferenceImage reference = new ReferenceImage(Image.constant(5, 3, 2), Image.constant(5, 3, 1), 0, 0);
		ForwardModel model = new ForwardModel(Mask.allGood(4, 1), Image.constant(4, 1, 7),
				new PixelMap(4, 1, new double[] { 0.5, 1.5, 2.5, 3.5 }, new double[] { 0.5, 0.5, 0.5, 0.5 }),
				new PixelTranslations(new double[] { 0, 0, -1, -2, -3 }, new double[5]));
		float[][] frames = new float[5][4];
		for (float[] frame : frames)
			Arrays.fill(frame, 10);
		try (ComputeScan scan = open(4, 1, frames)) {
			Image fitted = scan.fitWhitefield(model, reference, monitor());
			assertEquals(5, fitted.at(0, 0), 1e-6, "seen by five");
			assertEquals(5, fitted.at(1, 0), 1e-6, "seen by four");
			assertEquals(5, fitted.at(2, 0), 1e-6, "seen by three");
			assertEquals(7, fitted.at(3, 0), "seen by two");
			scan.retainFrames(new int[] { 0, 1, 2, 3 });
			assertEquals(5, scan.fitWhitefield(model, reference, monitor()).at(3, 0), 1e-6, "seen by half");
		}
	}

	@Test
	default void maskedPixelKeepsItsValue() {
		PerfectModel perfect = PerfectModel.ofSubPixels(4, 3, 3, 5);
		boolean[] good = Mask.allGood(3, 3).good();
		good[4] = false;
		ForwardModel model = new ForwardModel(new Mask(3, 3, good), Image.constant(3, 3, 1), perfect.model().map(),
				perfect.model().translations());
		try (ComputeScan scan = open(3, 3, perfect.frames())) {
			Image fitted = scan.fitWhitefield(model, perfect.reference(), monitor());
			assertEquals(1, fitted.values()[4]);
			assertEquals(perfect.model().whitefield().values()[3], fitted.values()[3], 1e-3);
		}
	}
}
