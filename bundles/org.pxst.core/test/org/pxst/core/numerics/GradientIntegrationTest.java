// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;

class GradientIntegrationTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();

	/** A quadratic field and its exact gradient at the pixel centres; NaN where the weight is 0. */
	private static final class Quadratic {
		final int columns;
		final double[] field;
		final double[] ss;
		final double[] fs;

		Quadratic(int rows, int columns, double[] weights, long seed) {
			this.columns = columns;
			Random random = new Random(seed);
			double[] c = random.doubles(5, -1, 1).toArray();
			field = new double[rows * columns];
			ss = new double[field.length];
			fs = new double[field.length];
			for (int p = 0; p < field.length; p++) {
				double i = p / columns - rows / 2.0;
				double j = p % columns - columns / 3.0;
				field[p] = c[0] * i + c[1] * j + c[2] * i * i + c[3] * i * j + c[4] * j * j;
				ss[p] = weights[p] > 0 ? c[0] + 2 * c[2] * i + c[3] * j : Double.NaN;
				fs[p] = weights[p] > 0 ? c[1] + 2 * c[4] * j + c[3] * i : Double.NaN;
			}
		}

		/** Compares up to an offset of the pixels that belong to the part; the mean of the result is to be 0. */
		void check(double[] result, IntPredicate part, double tolerance) {
			double offset = 0;
			double mean = 0;
			int count = 0;
			for (int p = 0; p < field.length; p++)
				if (part.test(p)) {
					offset += result[p] - field[p];
					mean += result[p];
					count++;
				}
			assertEquals(0, mean / count, tolerance);
			for (int p = 0; p < field.length; p++)
				if (part.test(p))
					assertEquals(field[p] + offset / count, result[p], tolerance, "pixel " + p / columns + ", " + p % columns);
		}
	}

	private static double[] ones(int n) {
		double[] weights = new double[n];
		Arrays.fill(weights, 1);
		return weights;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "2, 3", "3, 2", "2, 40", "40, 2", "5, 7", "16, 16", "31, 64", "50, 37", "96, 128" })
	void quadraticFieldsAreExact(int rows, int columns) {
		double[] weights = ones(rows * columns);
		for (long seed = 0; seed < 3; seed++) {
			Quadratic truth = new Quadratic(rows, columns, weights, seed);
			double[] result = new GradientIntegration(rows, columns, weights).integrate(truth.ss, truth.fs, MONITOR);
			truth.check(result, p -> true, 1e-8 * (rows * rows + columns * columns));
		}
	}

	/** Everything is connected, but holes and bays make the detour long. */
	@ParameterizedTest
	@ValueSource(strings = { "disc", "ring", "holes", "comb", "random weights" })
	void quadraticFieldsAreExactOnIrregularMasks(String shape) {
		int rows = 40;
		int columns = 53;
		double[] weights = new double[rows * columns];
		Random random = new Random(9);
		for (int p = 0; p < weights.length; p++) {
			int i = p / columns;
			int j = p % columns;
			double r = Math.hypot(i - 19.5, j - 26) / 19;
			weights[p] = switch (shape) {
			case "disc" -> r < 1 ? 1 : 0;
			case "ring" -> r < 1 && r > 0.6 ? 1 : 0;
			case "holes" -> i % 4 == 1 && j % 4 == 1 ? 0 : 1;
			case "comb" -> i == 0 || j % 4 < 2 ? 1 : 0;
			default -> random.nextDouble() + 0.1;
			};
		}
		Quadratic truth = new Quadratic(rows, columns, weights, 4);
		double[] result = new GradientIntegration(rows, columns, weights).integrate(truth.ss, truth.fs, MONITOR);
		truth.check(result, p -> weights[p] > 0, 1e-8 * (rows * rows + columns * columns));
		for (int p = 0; p < result.length; p++)
			assertEquals(weights[p] > 0, !Double.isNaN(result[p]));
	}

	@ParameterizedTest
	@CsvSource({ "13", "14", "20" })
	void separatePartsHaveMeanZeroEach(int wall) {
		int rows = 17;
		int columns = 29;
		double[] weights = ones(rows * columns);
		for (int i = 0; i < rows; i++)
			weights[i * columns + wall] = 0;
		Quadratic truth = new Quadratic(rows, columns, weights, wall);
		double[] result = new GradientIntegration(rows, columns, weights).integrate(truth.ss, truth.fs, MONITOR);
		truth.check(result, p -> p % columns < wall, 1e-6);
		truth.check(result, p -> p % columns > wall, 1e-6);
	}

	/** Of a quadratic field the mean slope at both rims is the slope over the gap. */
	@ParameterizedTest
	@CsvSource({ "1, 2", "3, 1", "5, 8" })
	void partsAreJoinedAcrossGaps(int width, int height) {
		int rows = 40;
		int columns = 49;
		double[] weights = weights(rows * columns, 10, 6);
		for (int p = 0; p < weights.length; p++)
			if (p % columns / width == 20 / width || p / columns / height == 16 / height)
				weights[p] = 0;
		Quadratic truth = new Quadratic(rows, columns, weights, 3);
		GradientIntegration integration = new GradientIntegration(rows, columns, weights);
		double[] result = integration.integrate(truth.ss, truth.fs, MONITOR);
		integration.joinParts(result, truth.ss, truth.fs);
		double offset = Double.NaN;
		for (int p = 0; p < result.length; p++)
			if (!Double.isNaN(result[p])) {
				if (Double.isNaN(offset))
					offset = result[p] - truth.field[p];
				assertEquals(truth.field[p] + offset, result[p], 1e-6);
			}
	}

	@Test
	void pixelWithoutNeighboursIsNaN() {
		int size = 9;
		double[] weights = ones(size * size);
		for (int p : new int[] { 3 * size + 4, 5 * size + 4, 4 * size + 3, 4 * size + 5 })
			weights[p] = 0;
		Quadratic truth = new Quadratic(size, size, weights, 1);
		double[] result = new GradientIntegration(size, size, weights).integrate(truth.ss, truth.fs, MONITOR);
		assertTrue(Double.isNaN(result[4 * size + 4]));
		truth.check(result, p -> weights[p] > 0 && p != 4 * size + 4, 1e-7);
	}

	@Test
	void lastColumnIsNoNeighbourOfTheNextRow() {
		// two corners that touch in memory only
		double[] weights = new double[6 * 6];
		for (int p : new int[] { 4, 5, 6, 7 })
			weights[p] = 1;
		double[] gradient = new double[36];
		gradient[4] = gradient[5] = 2;
		gradient[6] = gradient[7] = -6;
		double[] result = new GradientIntegration(6, 6, weights).integrate(new double[36], gradient, MONITOR);
		assertArrayEquals(new double[] { -1, 1, 3, -3 }, Arrays.copyOfRange(result, 4, 8), 1e-9);
	}

	@Test
	void nothingThatCountsIsNaN() {
		double[] gradient = new double[20];
		for (double value : new GradientIntegration(4, 5, new double[20]).integrate(gradient, gradient, MONITOR))
			assertTrue(Double.isNaN(value));
	}

	@Test
	void noSlopeIsFlat() {
		double[] gradient = new double[20];
		for (double value : new GradientIntegration(4, 5, ones(20)).integrate(gradient, gradient, MONITOR))
			assertEquals(0, value);
	}

	/** Weights are inverse variances and the slope of a pair is the mean of two: its variance is the mean of both. */
	private static double cost(int rows, int columns, double[] weights, double[] ss, double[] fs, double[] field) {
		double sum = 0;
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (i + 1 < rows)
					sum += pair(weights, ss, field, p, p + columns);
				if (j + 1 < columns)
					sum += pair(weights, fs, field, p, p + 1);
			}
		return sum;
	}

	private static double pair(double[] weights, double[] gradient, double[] field, int p, int q) {
		if (!(weights[p] > 0) || !(weights[q] > 0))
			return 0;
		double rest = field[q] - field[p] - (gradient[p] + gradient[q]) / 2;
		return rest * rest / (0.5 / weights[p] + 0.5 / weights[q]);
	}

	private static double[] weights(int n, double ratio, long seed) {
		Random random = new Random(seed);
		double[] weights = new double[n];
		for (int p = 0; p < n; p++)
			weights[p] = random.nextInt(6) == 0 ? 0 : Math.pow(ratio, -random.nextDouble());
		return weights;
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 10", "3, 100", "4, 1e4", "5, 1e4" })
	void noPerturbationIsBetter(long seed, double ratio) {
		int rows = 18;
		int columns = 23;
		Random random = new Random(seed);
		double[] weights = weights(rows * columns, ratio, seed);
		// a field that is no gradient at all
		double[] ss = random.doubles(rows * columns, -1, 1).toArray();
		double[] fs = random.doubles(rows * columns, -1, 1).toArray();
		double[] result = new GradientIntegration(rows, columns, weights).integrate(ss, fs, MONITOR);
		double best = cost(rows, columns, weights, ss, fs, result);
		assertTrue(best > 0.1);
		for (int k = 0; k < 60; k++) {
			double[] other = result.clone();
			double size = Math.pow(10, -3 * random.nextDouble());
			boolean smooth = k % 2 == 0;
			double a = random.nextGaussian();
			double b = random.nextGaussian();
			int single = random.nextInt(other.length);
			for (int p = 0; p < other.length; p++)
				other[p] += smooth ? size * Math.sin(a * (p / columns) + b * (p % columns) + k) : p == single ? size : 0;
			double change = cost(rows, columns, weights, ss, fs, other) - best;
			assertTrue(change >= -1e-12 * best, "change " + change);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void stronglyVaryingWeightsConverge(long seed) {
		int rows = 60;
		int columns = 80;
		Random random = new Random(seed);
		double[] weights = new double[rows * columns];
		for (int p = 0; p < weights.length; p++) {
			double r = Math.hypot(p / columns - 30, p % columns - 40) / 40;
			weights[p] = seed % 2 == 0 ? Math.pow(10, -4 * Math.min(1, r)) : Math.pow(10, -4 * random.nextDouble());
		}
		Quadratic truth = new Quadratic(rows, columns, weights, seed);
		double[] result = new GradientIntegration(rows, columns, weights).integrate(truth.ss, truth.fs, MONITOR);
		// a relative residual of 1e-10 leaves an error that the smallest weight magnifies
		truth.check(result, p -> true, 1e-8 * (rows * rows + columns * columns));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-12, 1e-3, 1e12 })
	void scaleOfTheWeightsDoesNotMatter(double factor) {
		int rows = 12;
		int columns = 15;
		double[] weights = weights(rows * columns, 100, 3);
		double[] scaled = Arrays.stream(weights).map(w -> factor * w).toArray();
		double[] ss = new Random(1).doubles(rows * columns).toArray();
		double[] fs = new Random(2).doubles(rows * columns).toArray();
		assertArrayEquals(new GradientIntegration(rows, columns, weights).integrate(ss, fs, MONITOR),
				new GradientIntegration(rows, columns, scaled).integrate(ss, fs, MONITOR), 1e-7);
	}

	@Test
	void axesAreTreatedAlike() {
		int rows = 11;
		int columns = 16;
		double[] weights = weights(rows * columns, 100, 3);
		double[] ss = new Random(1).doubles(rows * columns).toArray();
		double[] fs = new Random(2).doubles(rows * columns).toArray();
		double[] result = new GradientIntegration(rows, columns, weights).integrate(ss, fs, MONITOR);
		double[] turned = new GradientIntegration(columns, rows, transposed(rows, columns, weights))
				.integrate(transposed(rows, columns, fs), transposed(rows, columns, ss), MONITOR);
		assertArrayEquals(transposed(rows, columns, result), turned, 1e-7);
	}

	private static double[] transposed(int rows, int columns, double[] values) {
		double[] out = new double[values.length];
		for (int p = 0; p < values.length; p++)
			out[p % columns * rows + p / columns] = values[p];
		return out;
	}

	/** The constraint between neighbours is that of the trapezium, so errors go down with the square of the pixel. */
	@Test
	void errorsOfSmoothFieldsGoDownWithTheSquareOfThePixel() {
		double[] worst = new double[3];
		for (int level = 0; level < 3; level++) {
			int size = 16 << level;
			double h = 1.0 / size;
			double[] field = new double[size * size];
			double[] ss = new double[field.length];
			double[] fs = new double[field.length];
			double mean = 0;
			for (int p = 0; p < field.length; p++) {
				double y = (p / size + 0.5) * h;
				double x = (p % size + 0.5) * h;
				field[p] = Math.sin(3 * y) * Math.cos(2 * x);
				ss[p] = 3 * Math.cos(3 * y) * Math.cos(2 * x) * h;
				fs[p] = -2 * Math.sin(3 * y) * Math.sin(2 * x) * h;
				mean += field[p] / field.length;
			}
			double[] result = new GradientIntegration(size, size, ones(field.length)).integrate(ss, fs, MONITOR);
			for (int p = 0; p < field.length; p++)
				worst[level] = Math.max(worst[level], Math.abs(result[p] - field[p] + mean));
		}
		assertTrue(worst[0] < 0.02, "" + worst[0]);
		assertEquals(4, worst[0] / worst[1], 0.6);
		assertEquals(4, worst[1] / worst[2], 0.4);
	}

	@Test
	void cancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		double[] gradient = new Random(1).doubles(100).toArray();
		GradientIntegration integration = new GradientIntegration(10, 10, ones(100));
		assertThrows(CancelledException.class, () -> integration.integrate(gradient, gradient, cancelled));
	}
}
