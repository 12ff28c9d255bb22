// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * Weighted moments of images whose axes run from -1 to 1. Immutable; uses all cores, with the same result on every run.
 *
 * @param rows    extent along the slow scan axis
 * @param columns extent along the fast scan axis
 * @param weights flat (ss, fs); what is not positive does not count
 */
record ImageMoments(int rows, int columns, double[] weights) {
	/**
	 * Sums over the image of weight times value times y^a x^b, a and b up to a degree each.
	 *
	 * @param values null: 1 everywhere
	 */
	double[][] upTo(int highest, double[] values) {
		double[][] ofRows = new double[rows][];
		IntStream.range(0, rows).parallel().forEach(i -> ofRows[i] = ofRow(i, highest, values));
		double[][] moments = new double[highest + 1][highest + 1];
		for (int i = 0; i < rows; i++) {
			double y = PolynomialSurface.coordinate(i, rows);
			double power = 1;
			for (int a = 0; a <= highest; a++) {
				for (int b = 0; b <= highest; b++)
					moments[a][b] += power * ofRows[i][b];
				power *= y;
			}
		}
		return moments;
	}

	private double[] ofRow(int i, int highest, double[] values) {
		double[] moments = new double[highest + 1];
		for (int j = 0; j < columns; j++) {
			int p = i * columns + j;
			if (!(weights[p] > 0))
				continue;
			double x = PolynomialSurface.coordinate(j, columns);
			double term = values == null ? weights[p] : weights[p] * values[p];
			for (int b = 0; b <= highest; b++) {
				moments[b] += term;
				term *= x;
			}
		}
		return moments;
	}
}
