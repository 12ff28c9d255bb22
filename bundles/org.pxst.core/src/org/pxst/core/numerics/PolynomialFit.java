// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Weighted least-squares fits of polynomials in two variables to images with the same weights. Immutable; usable from
 * several threads; uses all cores, and gives the same result on every run.
 */
public final class PolynomialFit {
	private final int rows;
	private final int columns;
	private final double[] weights;
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
		this.rows = rows;
		this.columns = columns;
		this.weights = weights;
		this.degree = degree;
		double[][] moments = moments(2 * degree, null);
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
		double[][] moments = moments(degree, values);
		double[] right = new double[(degree + 1) * (degree + 2) / 2];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++)
				right[k++] = moments[a][b];
		return new PolynomialSurface(rows, columns, degree,
				normal.solve(new ArrayRealVector(right, false)).toArray());
	}

	/**
	 * Sums over the image of weight times value times y^a x^b, a and b up to a degree each.
	 *
	 * @param values null: 1 everywhere
	 */
	private double[][] moments(int highest, double[] values) {
		double[][] ofRows = new double[rows][];
		IntStream.range(0, rows).parallel().forEach(i -> ofRows[i] = rowMoments(i, highest, values));
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

	private double[] rowMoments(int i, int highest, double[] values) {
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
