// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Linear least squares.
 *
 * @param coefficients one a term
 * @param residual     what the terms leave
 */
record LinearFit(double[] coefficients, double[] residual) {
	/**
	 * Fits a sum of terms.
	 *
	 * @param values what is fitted
	 * @param terms  values of each term, of similar sizes (the normal equations are solved); what they leave undetermined
	 *               gets no coefficient
	 */
	static LinearFit of(double[] values, double[]... terms) {
		double[][] normal = new double[terms.length][terms.length];
		double[] right = new double[terms.length];
		for (int a = 0; a < terms.length; a++) {
			right[a] = dot(terms[a], values);
			for (int b = 0; b <= a; b++) {
				normal[a][b] = dot(terms[a], terms[b]);
				normal[b][a] = normal[a][b];
			}
		}
		double[] coefficients = new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false)).getSolver()
				.solve(new ArrayRealVector(right, false)).toArray();
		double[] residual = values.clone();
		for (int a = 0; a < terms.length; a++)
			for (int k = 0; k < residual.length; k++)
				residual[k] -= coefficients[a] * terms[a][k];
		return new LinearFit(coefficients, residual);
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}

	/** Root mean square of the residual; NaN when there are no values. */
	double rms() {
		return Math.sqrt(dot(residual, residual) / residual.length);
	}
}
