// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.map.PixelMap;

class PixelMapSmoothingTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final int ROWS = 60;
	private static final int COLUMNS = 72;

	private static double[] sampled(DoubleBinaryOperator f) {
		double[] values = new double[ROWS * COLUMNS];
		for (int p = 0; p < values.length; p++)
			values[p] = f.applyAsDouble(p / COLUMNS, p % COLUMNS);
		return values;
	}

	private static double[] ones() {
		double[] weights = new double[ROWS * COLUMNS];
		Arrays.fill(weights, 1);
		return weights;
	}

	private static double[] disc() {
		return sampled((i, j) -> Math.hypot(i - 29.5, j - 35.5) < 27 ? 1 : 0);
	}

	private static PixelMap smoothed(double sigma, double[] ss, double[] fs, double[] weights) {
		return new PixelMapSmoothing(sigma).apply(new PixelMap(ROWS, COLUMNS, ss, fs), weights, MONITOR);
	}

	/** Random polynomial of the degree, some reference pixels high. */
	private static DoubleBinaryOperator polynomial(int degree, long seed) {
		double[] c = new Random(seed).doubles(25, -3, 3).toArray();
		return (i, j) -> {
			double sum = 0;
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					sum += c[5 * a + b] * Math.pow(i / 30 - 1, a) * Math.pow(j / 36 - 1, b);
			return i + sum;
		};
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0, 3", "1, 1", "2, 3", "3, 3", "4, 1", "4, 3", "4, 10" })
	void lowPolynomialsAreKeptUpToTheRim(int degree, double sigma) {
		for (long seed = 1; seed <= 2; seed++) {
			double[] ss = sampled(polynomial(degree, seed));
			double[] fs = sampled(polynomial(degree, seed + 10));
			PixelMap whole = smoothed(sigma, ss, fs, ones());
			assertArrayEquals(ss, whole.ss(), 1e-9);
			assertArrayEquals(fs, whole.fs(), 1e-9);
			double[] disc = disc();
			double[] seen = ss.clone();
			for (int p = 0; p < seen.length; p++)
				if (disc[p] == 0)
					seen[p] = Double.NaN;
			// and beyond: what is not known is continued
			assertArrayEquals(ss, smoothed(sigma, seen, fs, disc).ss(), 1e-8);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1.5, 2", "2, 3", "3, 4", "4, 5", "3, 6" })
	void whiteNoiseIsReducedLikeByAGaussian(double sigma, long seed) {
		Random random = new Random(seed);
		double[] ss = sampled((i, j) -> i + 0.1 * random.nextGaussian());
		double[] fs = sampled((i, j) -> j + 0.1 * random.nextGaussian());
		PixelMap map = smoothed(sigma, ss, fs, ones());
		double sum = 0;
		int count = 0;
		int rim = (int) (3 * sigma);
		for (int i = rim; i < ROWS - rim; i++)
			for (int j = rim; j < COLUMNS - rim; j++) {
				int p = i * COLUMNS + j;
				sum += Math.pow(map.ss()[p] - i, 2) + Math.pow(map.fs()[p] - j, 2);
				count += 2;
			}
		// integral of the Gaussian's square
		double expected = 0.1 / (2 * sigma * Math.sqrt(Math.PI));
		double rms = Math.sqrt(sum / count);
		assertTrue(rms < 1.4 * expected, rms + " instead of " + expected);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.02", "2, 0.02", "3, 0.02" })
	void smoothBumpsOfThreeSigmaAreKept(double sigma, double tolerance) {
		double width = 3 * sigma;
		double[] bump = sampled((i, j) -> 5 * Math.exp(-(Math.pow(i - 30, 2) + Math.pow(j - 33, 2)) / (2 * width * width)));
		double[] result = smoothed(sigma, bump, bump, ones()).ss();
		for (int p = 0; p < bump.length; p++)
			assertEquals(bump[p], result[p], 5 * tolerance);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, 3 })
	void badPixelsAreFilled(double sigma) {
		Random random = new Random(3);
		double[] truth = sampled((i, j) -> 1.01 * i + 2 * Math.sin(i / 20) * Math.cos(j / 24));
		double[] seen = truth.clone();
		double[] weights = ones();
		for (int p = 0; p < seen.length; p++)
			if (random.nextInt(20) == 0) {
				weights[p] = 0;
				seen[p] = p % 2 == 0 ? Double.NaN : 1e6;
			}
		PixelMap map = smoothed(sigma, seen, seen, weights);
		for (int p = 0; p < seen.length; p++)
			if (weights[p] == 0) {
				assertEquals(truth[p], map.ss()[p], 0.2);
				assertEquals(map.ss()[p], map.fs()[p], 0);
			}
	}

	@Test
	void sigmaZeroOnlyFills() {
		Random random = new Random(3);
		double[] values = sampled((i, j) -> i + random.nextGaussian());
		double[] weights = disc();
		PixelMap map = smoothed(0, values, values, weights);
		for (int p = 0; p < values.length; p++)
			if (weights[p] > 0)
				assertEquals(values[p], map.ss()[p], 1e-9);
			else
				assertTrue(Double.isFinite(map.ss()[p]) && Math.abs(map.ss()[p] - values[p]) < 10);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 2 })
	void wholeMapIsFinite(double sigma) {
		double[] values = sampled((i, j) -> Double.NaN);
		double[] weights = new double[values.length];
		for (int p : new int[] { 5, 900, 901, 902, 2000, 3000, 3500 }) {
			values[p] = p / COLUMNS;
			weights[p] = 1;
		}
		for (double value : smoothed(sigma, values, values, weights).ss())
			assertTrue(Double.isFinite(value));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void pixelsOfLittleTrustHardlyCount(long seed) {
		Random random = new Random(seed);
		double[] values = sampled((i, j) -> i);
		double[] weights = ones();
		for (int p = 0; p < values.length; p++)
			if (random.nextInt(10) == 0) {
				values[p] += 0.5 * random.nextGaussian();
				weights[p] = 1e-9;
			}
		double[] result = smoothed(2, values, values, weights).ss();
		for (int p = 0; p < values.length; p++)
			if (weights[p] == 1)
				assertEquals(p / COLUMNS, result[p], 1e-3);
	}

	@Test
	void axesAreIndependent() {
		Random random = new Random(8);
		double[] ss = sampled((i, j) -> i + random.nextGaussian());
		double[] fs = sampled((i, j) -> j + random.nextGaussian());
		PixelMap one = smoothed(1.5, ss, fs, disc());
		PixelMap other = smoothed(1.5, fs, ss, disc());
		assertArrayEquals(one.ss(), other.fs());
		assertArrayEquals(one.fs(), other.ss());
	}

	@Test
	void inputsAreLeftAlone() {
		double[] ss = sampled(polynomial(4, 1));
		double[] weights = disc();
		double[] s = ss.clone();
		double[] w = weights.clone();
		smoothed(2, ss, ss, weights);
		assertArrayEquals(s, ss);
		assertArrayEquals(w, weights);
	}

	@Test
	void stopsBetweenItsAverages() {
		double[] map = sampled((i, j) -> i + j);
		// three averages are prepared; of each component one is filled and three are taken
		CountedPolls.assertStopsBetween(3 + 2 * 4, monitor -> new PixelMapSmoothing(2)
				.apply(new PixelMap(ROWS, COLUMNS, map, map), disc(), monitor));
	}
}
