// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * Polynomial in two variables of a given total degree, fitted to an image with {@link PolynomialFit}. Coordinates are
 * scaled to -1 .. 1 over the image, so that degrees up to about 10 are safe.
 */
public final class PolynomialSurface {
	private final int rows;
	private final int columns;
	private final int degree;
	/** Factors of y^a x^b, b fastest, a + b up to the degree. */
	private final double[] coefficients;

	PolynomialSurface(int rows, int columns, int degree, double[] coefficients) {
		this.rows = rows;
		this.columns = columns;
		this.degree = degree;
		this.coefficients = coefficients;
	}

	/**
	 * The weighted least-squares polynomial.
	 *
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs); what is under a weight of 0 does not matter
	 * @param weights flat (ss, fs), not negative; the directions that they leave undetermined get no coefficient
	 * @param degree  total degree, at least 0
	 */
	public static PolynomialSurface fit(int rows, int columns, double[] values, double[] weights, int degree) {
		return new PolynomialFit(rows, columns, weights, degree).fit(values);
	}

	/** Place k of n along an axis, -1 .. 1. */
	static double coordinate(int k, int n) {
		return n > 1 ? 2.0 * k / (n - 1) - 1 : 0;
	}

	/** The polynomial on all pixels of the image, flat (ss, fs). */
	public double[] values() {
		double[] values = new double[rows * columns];
		IntStream.range(0, rows).parallel().forEach(i -> {
			double[] alongFs = inRow(coordinate(i, rows));
			for (int j = 0; j < columns; j++) {
				double x = coordinate(j, columns);
				double sum = alongFs[degree];
				for (int b = degree - 1; b >= 0; b--)
					sum = sum * x + alongFs[b];
				values[i * columns + j] = sum;
			}
		});
		return values;
	}

	/** Factors of x^b at one y. */
	private double[] inRow(double y) {
		double[] factors = new double[degree + 1];
		double power = 1;
		int k = 0;
		for (int a = 0; a <= degree; a++) {
			for (int b = 0; a + b <= degree; b++)
				factors[b] += power * coefficients[k++];
			power *= y;
		}
		return factors;
	}
}
