// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Weighted least-squares fits of polynomials in two variables to images with the same weights. Immutable; usable from
 * several threads; uses all cores, and gives the same result on every run.
 */
public final class PolynomialFit {
	private final ImageMoments image;
	private final int degree;
	private final DecompositionSolver normal;

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param weights flat (ss, fs), not negative; the directions that they leave undetermined get no coefficient; not
	 *                copied, must not be changed afterwards
	 * @param degree  total degree, at least 0
	 */
	public PolynomialFit(int rows, int columns, double[] weights, int degree) {
		image = new ImageMoments(rows, columns, weights);
		this.degree = degree;
		double[][] moments = image.upTo(2 * degree, null);
		int terms = (degree + 1) * (degree + 2) / 2;
		double[][] matrix = new double[terms][terms];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++) {
				int l = 0;
				for (int c = 0; c <= degree; c++)
					for (int d = 0; c + d <= degree; d++)
						matrix[k][l++] = moments[a + c][b + d];
				k++;
			}
		normal = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver();
	}

	/** @param values flat (ss, fs); what is under a weight of 0 does not matter */
	public PolynomialSurface fit(double[] values) {
		double[][] moments = image.upTo(degree, values);
		double[] right = new double[(degree + 1) * (degree + 2) / 2];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++)
				right[k++] = moments[a][b];
		return new PolynomialSurface(image.rows(), image.columns(), degree,
				normal.solve(new ArrayRealVector(right, false)).toArray());
	}
}
