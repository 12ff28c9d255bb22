// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparableConvolutionTest {
	private static double[] kernel(int length) {
		double[] kernel = new Random(length).doubles(length, 0.1, 1).toArray();
		for (int k = 0; k < length / 2; k++)
			kernel[length - 1 - k] = kernel[k];
		return kernel;
	}

	/** Zeros at the rims and inside. */
	private static double[] image(int rows, int columns, long seed) {
		Random random = new Random(seed);
		double[] values = new double[rows * columns];
		for (int p = 0; p < values.length; p++)
			if (p % columns > columns / 5 && p % columns < columns - 2 && p / columns != 3 && random.nextInt(4) > 0)
				values[p] = random.nextGaussian();
		return values;
	}

	private static double[] expected(int rows, int columns, double[] kernel, double[] values) {
		int radius = kernel.length / 2;
		double[] sums = new double[values.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				for (int a = Math.max(0, i - radius); a <= Math.min(rows - 1, i + radius); a++)
					for (int b = Math.max(0, j - radius); b <= Math.min(columns - 1, j + radius); b++)
						sums[i * columns + j] += kernel[a - i + radius] * kernel[b - j + radius] * values[a * columns + b];
		return sums;
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 1", "1, 20, 3", "20, 1, 5", "9, 14, 1", "9, 14, 3", "9, 14, 5", "9, 14, 7", "6, 8, 9", "5, 7, 41",
			"3, 1100, 5" })
	void agreesWithTheSum(int rows, int columns, int length) {
		double[] kernel = kernel(length);
		double[] values = image(rows, columns, length);
		assertArrayEquals(expected(rows, columns, kernel, values),
				new SeparableConvolution(rows, columns, kernel).apply(values), 1e-11);
	}

	@ParameterizedTest
	@CsvSource({ "12, 17, 3, 1", "12, 17, 7, 2", "12, 17, 61, 3", "3, 1100, 5, 4" })
	void wantedPixelsAreTheSameToTheBit(int rows, int columns, int length, long seed) {
		double[] kernel = kernel(length);
		double[] values = image(rows, columns, length);
		double[] all = new SeparableConvolution(rows, columns, kernel).apply(values);
		boolean[] wanted = new boolean[values.length];
		Random random = new Random(seed);
		for (int p = 0; p < wanted.length; p++)
			wanted[p] = random.nextInt(3) == 0 && p / columns != 1;
		double[] some = new SeparableConvolution(rows, columns, kernel, wanted).apply(values);
		for (int p = 0; p < wanted.length; p++)
			assertEquals(wanted[p] ? all[p] : 0, some[p]);
	}

	@Test
	void nothingWanted() {
		double[] values = image(6, 7, 1);
		assertArrayEquals(new double[42], new SeparableConvolution(6, 7, kernel(5), new boolean[42]).apply(values));
	}
}
