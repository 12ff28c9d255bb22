// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelatorTest {
	private static float[] random(int n, long seed) {
		Random random = new Random(seed);
		float[] values = new float[n];
		for (int k = 0; k < n; k++)
			values[k] = (float) random.nextGaussian();
		return values;
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 3", "5, 8", "9, 4", "16, 11" })
	void agreesWithTheSum(int rows, int columns) {
		int stride = columns + 3;
		float[][] images = new float[4][];
		float[][] spectra = new float[4][];
		Correlator correlator = new Correlator(rows, columns);
		for (int k = 0; k < 4; k++) {
			images[k] = random((rows + 2) * stride, k);
			spectra[k] = correlator.spectrum(images[k], stride + 2, stride);
		}
		float[] both = correlator.correlate(spectra).clone();
		float[] one = correlator.correlate(spectra[2], spectra[3]).clone();
		for (int s = 1 - rows; s < rows; s++)
			for (int f = 1 - columns; f < columns; f++) {
				int place = 2 * (Math.floorMod(s, correlator.size0()) * correlator.size1()
						+ Math.floorMod(f, correlator.size1()));
				double second = sum(images[2], images[3], rows, columns, stride, s, f);
				assertEquals(sum(images[0], images[1], rows, columns, stride, s, f), both[place], 1e-4);
				assertEquals(second, both[place + 1], 1e-4);
				assertEquals(second, one[place], 1e-4);
				assertEquals(0, one[place + 1], 1e-4);
			}
	}

	private static double sum(float[] a, float[] b, int rows, int columns, int stride, int s, int f) {
		double sum = 0;
		for (int i = Math.max(0, -s); i < Math.min(rows, rows - s); i++)
			for (int j = Math.max(0, -f); j < Math.min(columns, columns - f); j++)
				sum += a[stride + 2 + i * stride + j] * b[stride + 2 + (i + s) * stride + j + f];
		return sum;
	}
}
