// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Weighted least-squares polynomial in two variables of a given total degree, fitted to an image. Coordinates are scaled
 * to -1 .. 1 over the image, so that degrees up to about 10 are safe.
 */
public final class PolynomialSurface {
	private final int rows;
	private final int columns;
	private final int degree;
	private final double[] coefficients;

	private PolynomialSurface(int rows, int columns, int degree, double[] coefficients) {
		this.rows = rows;
		this.columns = columns;
		this.degree = degree;
		this.coefficients = coefficients;
	}

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs); what is under a weight of 0 does not matter
	 * @param weights flat (ss, fs), not negative; the directions that they leave undetermined get no coefficient
	 * @param degree  total degree, at least 0
	 */
	public static PolynomialSurface fit(int rows, int columns, double[] values, double[] weights, int degree) {
		int terms = (degree + 1) * (degree + 2) / 2;
		double[][] normal = new double[terms][terms];
		double[] right = new double[terms];
		double[] term = new double[terms];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (!(weights[p] > 0))
					continue;
				terms(rows, columns, degree, i, j, term);
				for (int a = 0; a < terms; a++) {
					double wa = weights[p] * term[a];
					right[a] += wa * values[p];
					for (int b = 0; b <= a; b++)
						normal[a][b] += wa * term[b];
				}
			}
		for (int a = 0; a < terms; a++)
			for (int b = 0; b < a; b++)
				normal[b][a] = normal[a][b];
		double[] solution = new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false)).getSolver()
				.solve(new ArrayRealVector(right, false)).toArray();
		return new PolynomialSurface(rows, columns, degree, solution);
	}

	private static void terms(int rows, int columns, int degree, int i, int j, double[] term) {
		double y = rows > 1 ? 2.0 * i / (rows - 1) - 1 : 0;
		double x = columns > 1 ? 2.0 * j / (columns - 1) - 1 : 0;
		int k = 0;
		double py = 1;
		for (int a = 0; a <= degree; a++) {
			double px = 1;
			for (int b = 0; a + b <= degree; b++) {
				term[k++] = py * px;
				px *= x;
			}
			py *= y;
		}
	}

	/** The polynomial on all pixels of the image, flat (ss, fs). */
	public double[] values() {
		double[] values = new double[rows * columns];
		double[] term = new double[coefficients.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				terms(rows, columns, degree, i, j, term);
				double sum = 0;
				for (int k = 0; k < term.length; k++)
					sum += coefficients[k] * term[k];
				values[i * columns + j] = sum;
			}
		return values;
	}
}
