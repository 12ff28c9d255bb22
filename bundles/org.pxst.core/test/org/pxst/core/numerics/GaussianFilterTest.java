// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianFilterTest {
	private static double[] random(int n, long seed) {
		return new Random(seed).doubles(n).toArray();
	}

	/** Some weights are zero, the others differ by up to a factor of 1000. */
	private static double[] weights(int n, long seed) {
		Random random = new Random(seed);
		return IntStream.range(0, n).mapToDouble(p -> random.nextInt(3) == 0 ? 0 : Math.pow(10, 3 * random.nextDouble()))
				.toArray();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 0.5, 4", "1, 30, 2, 4", "30, 1, 2, 4", "17, 23, 0.3, 3", "17, 23, 1, 3", "17, 23, 4, 20",
			"40, 8, 10, 1" })
	void constantsStayConstant(int rows, int columns, double sigma, double truncate) {
		double[] constant = new double[rows * columns];
		Arrays.fill(constant, 3.7);
		double[] weights = weights(constant.length, 5);
		weights[0] = 1;
		double[] average = new GaussianFilter(sigma, truncate).average(rows, columns, constant, weights);
		for (double value : average)
			assertTrue(Double.isNaN(value) || Math.abs(value - 3.7) < 1e-12, () -> "" + value);
		assertEquals(3.7, average[0], 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "1, 9, 13, 1, 4", "2, 13, 9, 0.4, 3", "3, 11, 11, 2.5, 1.3", "4, 5, 30, 3, 4", "5, 1, 12, 2, 2" })
	void agreesWithTheSumOverAllPixels(long seed, int rows, int columns, double sigma, double truncate) {
		double[] values = random(rows * columns, seed);
		double[] weights = weights(rows * columns, seed + 10);
		double[] average = new GaussianFilter(sigma, truncate).average(rows, columns, values, weights);
		// whole pixels: the cut-off is rounded up
		double reach = Math.ceil(sigma * truncate);
		for (int p = 0; p < values.length; p++) {
			double sum = 0;
			double norm = 0;
			for (int q = 0; q < values.length; q++) {
				int di = q / columns - p / columns;
				int dj = q % columns - p % columns;
				if (Math.abs(di) > reach || Math.abs(dj) > reach)
					continue;
				double g = Math.exp(-(di * di + dj * dj) / (2 * sigma * sigma)) * weights[q];
				sum += g * values[q];
				norm += g;
			}
			assertEquals(norm > 0 ? sum / norm : Double.NaN, average[p], 1e-12);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, -1e30 })
	void whatIsUnderWeightZeroDoesNotMatter(double rubbish) {
		double[] values = random(12 * 15, 1);
		double[] weights = weights(values.length, 2);
		GaussianFilter filter = new GaussianFilter(1.5, 4);
		double[] expected = filter.average(12, 15, values, weights);
		for (int p = 0; p < values.length; p++)
			if (weights[p] == 0)
				values[p] = rubbish;
		assertArrayEquals(expected, filter.average(12, 15, values, weights));
	}

	@Test
	void inputsAreLeftAlone() {
		double[] values = random(12 * 15, 1);
		double[] weights = weights(values.length, 2);
		double[] v = values.clone();
		double[] w = weights.clone();
		new GaussianFilter(1.5, 4).average(12, 15, values, weights);
		assertArrayEquals(v, values);
		assertArrayEquals(w, weights);
	}

	@Test
	void nothingInReachIsNaN() {
		double[] weights = new double[20 * 20];
		weights[10 * 20 + 10] = 2;
		double[] values = new double[weights.length];
		values[10 * 20 + 10] = 7;
		double[] average = new GaussianFilter(1, 3).average(20, 20, values, weights);
		for (int i = 0; i < 20; i++)
			for (int j = 0; j < 20; j++) {
				boolean inReach = Math.max(Math.abs(i - 10), Math.abs(j - 10)) <= 3;
				assertEquals(inReach ? 7 : Double.NaN, average[i * 20 + j], 1e-12);
			}
		for (double value : new GaussianFilter(1, 3).average(20, 20, values, new double[weights.length]))
			assertTrue(Double.isNaN(value));
	}

	@ParameterizedTest
	@CsvSource({ "1, 4, 3, -2", "2, 3, 0.5, 7", "0.7, 4, -3, 0" })
	void linearFunctionsStayInside(double sigma, double truncate, double alongSs, double alongFs) {
		int rows = 25;
		int columns = 31;
		double[] values = new double[rows * columns];
		double[] weights = new double[values.length];
		Arrays.fill(weights, 0.3);
		for (int p = 0; p < values.length; p++)
			values[p] = 5 + alongSs * (p / columns) + alongFs * (p % columns);
		double[] average = new GaussianFilter(sigma, truncate).average(rows, columns, values, weights);
		int rim = (int) Math.ceil(sigma * truncate);
		for (int i = rim; i < rows - rim; i++)
			for (int j = rim; j < columns - rim; j++)
				assertEquals(values[i * columns + j], average[i * columns + j], 1e-11);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void scaleOfTheWeightsDoesNotMatter(long seed) {
		double[] values = random(10 * 11, seed);
		double[] weights = weights(values.length, seed);
		double[] larger = Arrays.stream(weights).map(w -> 1e6 * w).toArray();
		GaussianFilter filter = new GaussianFilter(2, 3);
		assertArrayEquals(filter.average(10, 11, values, weights), filter.average(10, 11, values, larger), 1e-13);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void averagesLieBetweenTheExtremes(long seed) {
		double[] values = random(14 * 9, seed);
		double[] weights = weights(values.length, seed);
		double low = Arrays.stream(values).min().orElseThrow();
		double high = Arrays.stream(values).max().orElseThrow();
		for (double value : new GaussianFilter(1.2, 4).average(14, 9, values, weights))
			assertTrue(value >= low - 1e-12 && value <= high + 1e-12);
	}

	/** The second moment of a cut-off Gaussian is known: a parabola rises by sigma^2 an axis. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 1.7, 2.5 })
	void parabolaRisesByTheVariance(double sigma) {
		int size = 61;
		double[] values = new double[size * size];
		for (int p = 0; p < values.length; p++)
			values[p] = Math.pow(p / size - 30, 2) + Math.pow(p % size - 30, 2);
		double[] weights = new double[values.length];
		Arrays.fill(weights, 1);
		double middle = new GaussianFilter(sigma, 8).average(size, size, values, weights)[30 * size + 30];
		assertEquals(2 * sigma * sigma, middle, 1e-6);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e7, 1e9, 1e300, Double.POSITIVE_INFINITY })
	void averagesAllWhenItIsMuchWiderThanTheImage(double sigma) {
		double[] values = random(14 * 9, 5);
		double[] weights = weights(values.length, 5);
		double sum = 0;
		double weight = 0;
		for (int p = 0; p < values.length; p++)
			if (weights[p] > 0) {
				sum += weights[p] * values[p];
				weight += weights[p];
			}
		for (double value : new GaussianFilter(sigma, 4).average(14, 9, values, weights))
			assertEquals(sum / weight, value, 1e-12);
	}

	@Test
	void leavesAllAsItIsWhenItIsMuchNarrowerThanAPixel() {
		double[] values = random(14 * 9, 6);
		double[] weights = new double[values.length];
		Arrays.fill(weights, 1);
		assertArrayEquals(values, new GaussianFilter(1e-200, 4).average(14, 9, values, weights));
	}

	@ParameterizedTest
	@CsvSource({ "0, 4", "-1, 4", "NaN, 4", "1, 0", "1, -3", "1, NaN" })
	void widthAndCutOffMustBePositive(double sigma, double truncate) {
		assertThrows(IllegalArgumentException.class, () -> new GaussianFilter(sigma, truncate));
	}
}
