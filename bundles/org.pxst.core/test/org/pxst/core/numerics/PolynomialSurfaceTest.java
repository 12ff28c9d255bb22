// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialSurfaceTest {
	/** Random polynomial of a total degree in pixels from some point inside, of size about 1. */
	private static double[] polynomial(int rows, int columns, int degree, long seed) {
		Random random = new Random(seed);
		double[] values = new double[rows * columns];
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++) {
				double c = random.nextGaussian();
				for (int p = 0; p < values.length; p++)
					values[p] += c * Math.pow((p / columns - 3.3) / rows, a) * Math.pow((p % columns - 5.1) / columns, b);
			}
		return values;
	}

	private static double[] weights(int n, long seed) {
		Random random = new Random(seed);
		double[] weights = new double[n];
		for (int p = 0; p < n; p++)
			weights[p] = random.nextInt(4) == 0 ? 0 : random.nextDouble() + 0.01;
		return weights;
	}

	@ParameterizedTest
	@CsvSource({ "20, 20, 0", "20, 20, 1", "12, 31, 2", "31, 12, 3", "40, 25, 4", "25, 40, 5", "30, 30, 6", "30, 30, 8",
			"40, 40, 10" })
	void polynomialsOfItsDegreeAreReproduced(int rows, int columns, int degree) {
		for (long seed = 0; seed < 3; seed++) {
			double[] values = polynomial(rows, columns, degree, seed);
			double[] expected = values.clone();
			double[] weights = weights(values.length, seed);
			for (int p = 0; p < values.length; p++)
				if (weights[p] == 0)
					values[p] = Double.NaN;
			double[] fitted = PolynomialSurface.fit(rows, columns, values, weights, degree).values();
			assertArrayEquals(expected, fitted, degree < 7 ? 1e-9 : 1e-5);
		}
	}

	/** What is left over is orthogonal to all polynomials of the degree, under the weights. */
	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 2", "2, 3", "3, 4", "4, 5" })
	void fitIsThatOfLeastSquares(int degree, long seed) {
		int rows = 15;
		int columns = 22;
		double[] values = new Random(seed).doubles(rows * columns, -1, 1).toArray();
		double[] weights = weights(values.length, seed);
		double[] fitted = PolynomialSurface.fit(rows, columns, values, weights, degree).values();
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++) {
				double moment = 0;
				for (int p = 0; p < values.length; p++)
					moment += weights[p] * (values[p] - fitted[p]) * Math.pow((p / columns) / 15.0, a)
							* Math.pow((p % columns) / 22.0, b);
				assertEquals(0, moment, 1e-9);
			}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 4 })
	void higherDegreesAreNotReproduced(int degree) {
		double[] values = new double[30 * 30];
		for (int p = 0; p < values.length; p++)
			values[p] = Math.pow((p % 30 - 14.5) / 14.5, degree + 1);
		double[] weights = new double[values.length];
		Arrays.fill(weights, 1);
		double[] fitted = PolynomialSurface.fit(30, 30, values, weights, degree).values();
		double worst = 0;
		for (int p = 0; p < values.length; p++)
			worst = Math.max(worst, Math.abs(fitted[p] - values[p]));
		// at least the largest value of the monic Chebyshev polynomial, 2^-degree, up to sampling
		assertTrue(worst > 0.9 * Math.pow(2, -degree), "" + worst);
	}

	@Test
	void degreeZeroIsTheWeightedMean() {
		double[] fitted = PolynomialSurface.fit(1, 3, new double[] { 1, 2, 9 }, new double[] { 1, 2, 1 }, 0).values();
		for (double value : fitted)
			assertEquals(14.0 / 4, value, 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "1, 20", "20, 1", "1, 1", "2, 2" })
	void lineAndPointLeaveNothingUndetermined(int rows, int columns) {
		double[] values = polynomial(rows, columns, 1, 6);
		double[] weights = new double[values.length];
		Arrays.fill(weights, 1);
		assertArrayEquals(values, PolynomialSurface.fit(rows, columns, values, weights, 3).values(), 1e-9);
	}

	@Test
	void withoutAnyWeightThereIsZero() {
		double[] values = new double[12];
		Arrays.fill(values, Double.NaN);
		for (double value : PolynomialSurface.fit(3, 4, values, new double[12], 2).values())
			assertEquals(0, value);
	}
}
