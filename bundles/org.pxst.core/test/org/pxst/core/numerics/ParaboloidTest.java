// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParaboloidTest {
	private static LongStream seeds() {
		return LongStream.range(0, 40);
	}

	private static double value(Paraboloid q, double x, double y) {
		return q.c20() * x * x + q.c02() * y * y + q.c11() * x * y + q.c10() * x + q.c01() * y + q.c00();
	}

	/** The nine values after some others. */
	private static double[] sampled(Paraboloid q, int offset) {
		double[] values = new double[offset + 9];
		for (int x = -1; x <= 1; x++)
			for (int y = -1; y <= 1; y++)
				values[offset + 3 * (x + 1) + y + 1] = value(q, x, y);
		return values;
	}

	private static Paraboloid random(long seed) {
		Random random = new Random(seed);
		return new Paraboloid(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian(),
				random.nextGaussian(), random.nextGaussian());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void paraboloidsAreRecovered(long seed) {
		Paraboloid q = random(seed);
		int offset = (int) (seed % 4);
		Paraboloid fitted = Paraboloid.fit(sampled(q, offset), offset);
		assertEquals(q.c20(), fitted.c20(), 1e-12);
		assertEquals(q.c02(), fitted.c02(), 1e-12);
		assertEquals(q.c11(), fitted.c11(), 1e-12);
		assertEquals(q.c10(), fitted.c10(), 1e-12);
		assertEquals(q.c01(), fitted.c01(), 1e-12);
		assertEquals(q.c00(), fitted.c00(), 1e-12);
	}

	/** What is left over is orthogonal to all six terms, so no other paraboloid is closer. */
	@ParameterizedTest
	@MethodSource("seeds")
	void fitIsThatOfLeastSquares(long seed) {
		double[] values = new Random(seed).doubles(9, -5, 5).toArray();
		Paraboloid q = Paraboloid.fit(values, 0);
		double[] moments = new double[6];
		for (int x = -1; x <= 1; x++)
			for (int y = -1; y <= 1; y++) {
				double rest = values[3 * (x + 1) + y + 1] - value(q, x, y);
				double[] terms = { 1, x, y, x * x, y * y, x * y };
				for (int k = 0; k < 6; k++)
					moments[k] += terms[k] * rest;
			}
		for (double moment : moments)
			assertEquals(0, moment, 1e-12);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void stationaryPointIsStationary(long seed) {
		Paraboloid q = random(seed);
		double x = q.x();
		double y = q.y();
		double scale = 1 + Math.abs(x) + Math.abs(y);
		assertEquals(0, 2 * q.c20() * x + q.c11() * y + q.c10(), 1e-12 * scale);
		assertEquals(0, 2 * q.c02() * y + q.c11() * x + q.c01(), 1e-12 * scale);
	}

	/** Built from its principal curvatures, so that it is known what it is. */
	@ParameterizedTest
	@CsvSource({ "1, 2, true", "0.01, 5, true", "1e-6, 1e-6, true", "1, -1, false", "-2, 1, false", "-1, -3, false",
			"3, -0.01, false", "0, 1, false", "0, 0, false", "0, -1, false" })
	void onlyMinimaAreMinima(double first, double second, boolean minimum) {
		// at right angles to the axes the products are exact, so that ridges are exactly ridges
		for (int quarter = 0; quarter < 2; quarter++) {
			Paraboloid q = quarter == 0 ? new Paraboloid(first, second, 0, 0.3, -0.2, 4)
					: new Paraboloid(second, first, 0, 0.3, -0.2, 4);
			assertEquals(minimum, q.hasMinimum());
		}
		if (first == 0 || second == 0)
			return;
		for (int step = 0; step < 16; step++) {
			double c = Math.cos(step * Math.PI / 16);
			double s = Math.sin(step * Math.PI / 16);
			Paraboloid q = new Paraboloid(first * c * c + second * s * s, first * s * s + second * c * c,
					2 * c * s * (first - second), 0.1, 0.2, 0.3);
			assertEquals(minimum, q.hasMinimum(), "turned by " + step + " / 16 of half a turn");
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0.3, -0.8", "-1, 1", "2.5, 0.1" })
	void minimumIsWhereItWasPut(double x0, double y0) {
		// 2 (x - x0)^2 + 3 (y - y0)^2 + (x - x0) (y - y0)
		Paraboloid q = new Paraboloid(2, 3, 1, -4 * x0 - y0, -6 * y0 - x0, 2 * x0 * x0 + 3 * y0 * y0 + x0 * y0);
		Paraboloid fitted = Paraboloid.fit(sampled(q, 0), 0);
		assertTrue(fitted.hasMinimum());
		assertEquals(x0, fitted.x(), 1e-12);
		assertEquals(y0, fitted.y(), 1e-12);
		assertEquals(0, value(fitted, fitted.x(), fitted.y()), 1e-12);
	}

	@Test
	void nothingIsKnownOfNaN() {
		double[] values = new double[9];
		values[3] = Double.NaN;
		assertFalse(Paraboloid.fit(values, 0).hasMinimum());
	}
}
