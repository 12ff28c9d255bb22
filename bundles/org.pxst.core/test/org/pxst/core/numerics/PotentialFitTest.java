// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialFitTest {
	/** Ordinary polynomial in pixels, with derivatives. */
	private record Truth(int rows, int columns, double[] c) {
		double value(int p) {
			double y = (p / columns - (rows - 1) / 2.0) / 10;
			double x = (p % columns - (columns - 1) / 2.0) / 10;
			return c[0] * y + c[1] * x + c[2] * y * y + c[3] * y * x + c[4] * x * x * x + c[5] * y * y * x * x;
		}

		double alongSs(int p) {
			double y = (p / columns - (rows - 1) / 2.0) / 10;
			double x = (p % columns - (columns - 1) / 2.0) / 10;
			return (c[0] + 2 * c[2] * y + c[3] * x + 2 * c[5] * y * x * x) / 10;
		}

		double alongFs(int p) {
			double y = (p / columns - (rows - 1) / 2.0) / 10;
			double x = (p % columns - (columns - 1) / 2.0) / 10;
			return (c[1] + c[3] * y + 3 * c[4] * x * x + 2 * c[5] * y * y * x) / 10;
		}
	}

	@ParameterizedTest
	@CsvSource({ "20, 30, 4, false", "31, 17, 4, true", "30, 30, 8, false", "40, 25, 8, true" })
	void polynomialsComeBack(int rows, int columns, int degree, boolean masked) {
		Truth truth = new Truth(rows, columns, new Random(degree).doubles(6, -1, 1).toArray());
		Random random = new Random(1);
		double[] weights = new double[rows * columns];
		double[] ss = new double[weights.length];
		double[] fs = new double[weights.length];
		for (int p = 0; p < weights.length; p++) {
			weights[p] = masked && random.nextInt(3) == 0 ? 0 : 0.2 + random.nextDouble();
			ss[p] = weights[p] > 0 ? truth.alongSs(p) : Double.NaN;
			fs[p] = weights[p] > 0 ? truth.alongFs(p) : Double.NaN;
		}
		PolynomialPotential found = new PotentialFit(rows, columns, weights, degree).fit(ss, fs);
		double[] values = found.value().values();
		double[] alongSs = found.alongSs().values();
		double[] alongFs = found.alongFs().values();
		for (int p = 0; p < weights.length; p++) {
			assertEquals(truth.value(p) - truth.value(0), values[p] - values[0], 1e-8);
			assertEquals(truth.alongSs(p), alongSs[p], 1e-9);
			assertEquals(truth.alongFs(p), alongFs[p], 1e-9);
		}
	}

	/** The cost is at its least: no other polynomial of the degree is closer. */
	@Test
	void noOtherPolynomialIsCloser() {
		int rows = 12;
		int columns = 15;
		Random random = new Random(2);
		double[] weights = random.doubles(rows * columns).toArray();
		double[] ss = random.doubles(rows * columns, -1, 1).toArray();
		double[] fs = random.doubles(rows * columns, -1, 1).toArray();
		PolynomialPotential found = new PotentialFit(rows, columns, weights, 4).fit(ss, fs);
		double[] restSs = found.alongSs().values();
		double[] restFs = found.alongFs().values();
		for (int term = 0; term < 6; term++) {
			double[] c = new double[6];
			c[term] = 1;
			Truth other = new Truth(rows, columns, c);
			double product = 0;
			for (int p = 0; p < weights.length; p++)
				product += weights[p]
						* ((ss[p] - restSs[p]) * other.alongSs(p) + (fs[p] - restFs[p]) * other.alongFs(p));
			assertEquals(0, product, 1e-9);
		}
	}

	/** Along a strip of two rows most powers of y mean nothing. */
	@Test
	void undeterminedDirectionsStaySmall() {
		double[] weights = new double[2 * 30];
		double[] ss = new double[60];
		double[] fs = new double[60];
		for (int p = 0; p < 60; p++) {
			weights[p] = 1;
			fs[p] = p % 30 / 10.0;
		}
		PolynomialPotential found = new PotentialFit(2, 30, weights, 8).fit(ss, fs);
		for (int p = 0; p < 60; p++) {
			assertEquals(fs[p], found.alongFs().values()[p], 1e-6);
			assertTrue(Math.abs(found.value().values()[p]) < 100);
		}
	}
}
