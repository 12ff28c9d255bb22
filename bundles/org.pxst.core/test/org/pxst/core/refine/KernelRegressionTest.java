// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ReferenceImage;

class KernelRegressionTest {
	private static final int ROWS = 120;
	private static final int COLUMNS = 150;

	private static ReferenceImage reference(float[] values, float[] overlap) {
		return new ReferenceImage(new Image(ROWS, COLUMNS, values), new Image(ROWS, COLUMNS, overlap), 3.5, -1.25);
	}

	private static float[] constant(float value) {
		float[] values = new float[ROWS * COLUMNS];
		Arrays.fill(values, value);
		return values;
	}

	private static float[] overlap(long seed) {
		Random random = new Random(seed);
		float[] overlap = new float[ROWS * COLUMNS];
		for (int c = 0; c < overlap.length; c++)
			overlap[c] = 0.2f + random.nextFloat();
		return overlap;
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 1, 4, 60 })
	void aConstantStaysOne(double sigma) {
		ReferenceImage result = new KernelRegression(sigma).apply(reference(constant(0.7f), overlap(1)));
		for (float value : result.image().values())
			assertEquals(0.7f, value, 1e-6);
		assertEquals(3.5, result.n0());
		assertEquals(-1.25, result.m0());
	}

	@Test
	void widthZeroChangesNothing() {
		ReferenceImage merged = reference(constant(1), overlap(1));
		assertSame(merged, new KernelRegression(0).apply(merged));
	}

	/** Variance of the mean of independent values: sum of the squared kernel over the squared sum, 1 / (4 pi sigma^2). */
	@ParameterizedTest
	@ValueSource(doubles = { 0.8, 1.5, 3 })
	void noiseFallsAsTheKernelSays(double sigma) {
		Random random = new Random(5);
		float[] values = new float[ROWS * COLUMNS];
		for (int c = 0; c < values.length; c++)
			values[c] = (float) (1 + 0.1 * random.nextGaussian());
		float[] result = new KernelRegression(sigma).apply(reference(values, constant(2))).image().values();
		double sum = 0;
		int count = 0;
		for (int i = 12; i < ROWS - 12; i++)
			for (int j = 12; j < COLUMNS - 12; j++) {
				sum += Math.pow(result[i * COLUMNS + j] - 1, 2);
				count++;
			}
		assertEquals(0.1 / (2 * Math.sqrt(Math.PI) * sigma), Math.sqrt(sum / count), 0.08 * 0.1 / (2 * Math.sqrt(Math.PI) * sigma));
	}

	/** A Gaussian average takes exp(-sigma^2 q^2 / 2) of a wave. */
	@Test
	void structureIsDampedAsTheKernelSays() {
		float[] values = new float[ROWS * COLUMNS];
		double q = 2 * Math.PI / 15;
		for (int c = 0; c < values.length; c++)
			values[c] = (float) (1 + 0.2 * Math.sin(q * (c % COLUMNS)));
		float[] result = new KernelRegression(2).apply(reference(values, constant(7))).image().values();
		for (int j = 12; j < COLUMNS - 12; j++)
			assertEquals(1 + 0.2 * Math.exp(-2 * q * q) * Math.sin(q * j), result[60 * COLUMNS + j], 3e-4);
	}

	@Test
	void samplesCountByTheirOverlap() {
		float[] values = constant(1);
		float[] overlap = constant(1);
		values[60 * COLUMNS + 70] = 3;
		overlap[60 * COLUMNS + 70] = 1000;
		values[60 * COLUMNS + 90] = 99;
		overlap[60 * COLUMNS + 90] = 0;
		float[] result = new KernelRegression(1, 0).apply(reference(values, overlap)).image().values();
		// Gaussian of 2 pi squared pixels, of which the one with overlap 1000 is under its neighbour with exp(-1/2)
		double weight = 999 * Math.exp(-0.5) / (2 * Math.PI);
		assertEquals(1 + 2 * (weight + Math.exp(-0.5) / (2 * Math.PI)) / (1 + weight), result[60 * COLUMNS + 71], 1e-3);
		assertEquals(1, result[60 * COLUMNS + 90], 1e-6);
	}

	@Test
	void holesAreFilledWhereTheWeightSuffices() {
		float[] values = constant(2);
		float[] overlap = constant(1);
		// one missing value, a wide hole, and what was dropped for its small overlap but kept that
		values[20 * COLUMNS + 20] = Float.NaN;
		overlap[20 * COLUMNS + 20] = 0;
		for (int i = 50; i < 80; i++)
			for (int j = 50; j < 80; j++) {
				values[i * COLUMNS + j] = Float.NaN;
				overlap[i * COLUMNS + j] = i == 65 ? 0.01f : 0;
			}
		float[] result = new KernelRegression(2, 0.1).apply(reference(values, overlap)).image().values();
		assertEquals(2, result[20 * COLUMNS + 20], 1e-6);
		// at the edge of a half plane half of the weight is left, 2.6 pixels inside a tenth of it
		assertEquals(2, result[60 * COLUMNS + 51], 1e-6);
		assertTrue(Float.isNaN(result[60 * COLUMNS + 54]));
		assertTrue(Float.isNaN(result[65 * COLUMNS + 65]));
		float[] always = new KernelRegression(2, 0).apply(reference(values, overlap)).image().values();
		assertFalse(Float.isNaN(always[60 * COLUMNS + 54]));
	}

	@Test
	void nothingKnownStaysSo() {
		float[] result = new KernelRegression(2).apply(reference(constant(Float.NaN), constant(0))).image().values();
		for (float value : result)
			assertTrue(Float.isNaN(value));
	}

	@Test
	void resultsAreTheSameOnEveryRun() {
		ReferenceImage merged = reference(overlap(3), overlap(4));
		assertArrayEquals(new KernelRegression(2).apply(merged).image().values(), new KernelRegression(2).apply(merged).image().values());
	}

	@Test
	void wrongArguments() {
		assertThrows(IllegalArgumentException.class, () -> new KernelRegression(-1));
		assertThrows(IllegalArgumentException.class, () -> new KernelRegression(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> new KernelRegression(1, -1));
	}
}
