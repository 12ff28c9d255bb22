// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmoothFillTest {
	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 17", "13, 8", "31, 30" })
	void oneKnownPixelFillsAll(int rows, int columns) {
		double[] values = new double[rows * columns];
		double[] weight = new double[values.length];
		Arrays.fill(values, Double.NaN);
		values[values.length / 2] = 2.5;
		weight[values.length / 2] = 1;
		for (double v : SmoothFill.fill(rows, columns, values, weight))
			assertEquals(2.5, v, 1e-12);
	}

	@Test
	void holeTakesWhatIsAroundIt() {
		double[] values = new double[64 * 64];
		double[] weight = new double[values.length];
		for (int p = 0; p < values.length; p++) {
			boolean hole = Math.hypot(p / 64 - 30.5, p % 64 - 33.5) < 2.5;
			weight[p] = hole ? 0 : 1;
			values[p] = hole ? Double.NaN : p % 64;
		}
		double[] filled = SmoothFill.fill(64, 64, values, weight);
		for (int p = 0; p < values.length; p++)
			if (weight[p] > 0)
				assertEquals(values[p], filled[p]);
			else
				assertEquals(p % 64, filled[p], 2.5);
	}

	@Test
	void staysBetweenTheKnownValues() {
		double[] values = new double[50 * 70];
		double[] weight = new double[values.length];
		for (int p = 0; p < values.length; p++) {
			weight[p] = p / 70 > 10 && p / 70 < 40 && p % 70 > 20 && p % 70 < 50 ? 1 : 0;
			values[p] = weight[p] > 0 ? Math.sin(p) : 1e9;
		}
		for (double v : SmoothFill.fill(50, 70, values, weight))
			assertTrue(Math.abs(v) <= 1);
	}
}
