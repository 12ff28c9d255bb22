// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

class ShiftedSamplerTest {
	private static final int ROWS = 15;
	private static final int COLUMNS = 13;

	private static BilinearSampler image(Random random) {
		float[] values = new float[ROWS * COLUMNS];
		for (int k = 0; k < values.length; k++)
			values[k] = random.nextInt(40) == 0 ? Float.NaN : random.nextFloat();
		return BilinearSampler.of(new Image(ROWS, COLUMNS, values));
	}

	/** Between 0 and 2, also so near to a whole number that a shift rounds to it. */
	private static float part(Random random) {
		float[] special = { 0, Float.MIN_VALUE, Math.nextDown(1f), 1, Math.nextUp(1f), Math.nextDown(2f) };
		return random.nextInt(4) == 0 ? special[random.nextInt(special.length)] : 2 * random.nextFloat();
	}

	/** Squared values: what {@link ShiftedSampler#addSquares} gives for intensity 0. */
	private static void assertSame(BilinearSampler image, ShiftedSampler sampler, SearchWindow window, double step,
			Random random) {
		int seen = 0;
		for (int k = 0; k < 3000; k++) {
			int i = random.nextInt(ROWS + 6) - 3;
			int j = random.nextInt(COLUMNS + 6) - 3;
			float s = part(random);
			float f = part(random);
			boolean all = true;
			double[] expected = new double[window.shifts()];
			for (int c = 0; c < expected.length; c++) {
				float atS = s + (float) ((c / window.widthFs() + window.firstSs()) * step);
				float atF = f + (float) ((c % window.widthFs() + window.firstFs()) * step);
				int wholeS = (int) Math.floor(atS);
				int wholeF = (int) Math.floor(atF);
				float value = image.at(i + wholeS, atS - wholeS, j + wholeF, atF - wholeF);
				expected[c] = value * value;
				all &= !Float.isNaN(value);
			}
			assertEquals(all, sampler.sample(i, s, j, f), "at " + (i + s) + ", " + (j + f));
			if (!all)
				continue;
			double[] sums = new double[expected.length + 2];
			sampler.addSquares(0, 1, sums, 1);
			assertEquals(0, sums[0]);
			assertEquals(0, sums[sums.length - 1]);
			for (int c = 0; c < expected.length; c++)
				assertEquals(expected[c], sums[c + 1], "shift " + c);
			seen++;
		}
		assertTrue(seen > 20, seen + " points");
	}

	@ParameterizedTest
	@CsvSource({ "0.5", "1", "0.25", "0.1", "0.999", "0.015625" })
	void nineShiftsAreThoseOfTheBilinearSampler(double step) {
		Random random = new Random(4);
		BilinearSampler image = image(random);
		SearchWindow nine = SearchWindow.around(1, 1);
		ShiftedSampler sampler = ShiftedSampler.of(image, nine, step);
		assertInstanceOf(NineSampler.class, sampler);
		assertSame(image, sampler, nine, step, random);
	}

	@ParameterizedTest
	@CsvSource({ "3, 3, 0.5", "3, 3, 1.5", "3, 3, 3", "1, 1, 1", "4, 2, 0.25", "2, 5, 0.7", "5, 6, 0.4", "3, 1, 2" })
	void windowsOfShiftsAreThoseOfTheBilinearSampler(int widthSs, int widthFs, double step) {
		Random random = new Random(5);
		BilinearSampler image = image(random);
		SearchWindow window = new SearchWindow(widthSs, widthFs);
		assertSame(image, new WindowSampler(image, window, step), window, step, random);
	}

	@Test
	void longStepsAreNotTakenForShortOnes() {
		BilinearSampler image = image(new Random(6));
		assertInstanceOf(WindowSampler.class, ShiftedSampler.of(image, SearchWindow.around(1, 1), 1.25));
		assertInstanceOf(WindowSampler.class, ShiftedSampler.of(image, new SearchWindow(3, 2), 0.5));
	}
}
