// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The polynomial whose gradient is closest to a measured one in weighted least squares,
 * {@code sum w ((dP/di - g_ss)^2 + (dP/dj - g_fs)^2)}. Immutable; uses all cores, with the same result on every run.
 */
public final class PotentialFit {
	private final ImageMoments image;
	private final int degree;
	/** Derivatives of the coordinates -1 .. 1 per pixel. */
	private final double stepSs;
	private final double stepFs;
	private final SingularValueDecomposition normal;

	/**
	 * @param rows    extent along the slow scan axis, at least 2
	 * @param columns extent along the fast scan axis, at least 2
	 * @param weights flat (ss, fs), not negative; the directions that they leave undetermined get no coefficient; not
	 *                copied, must not be changed afterwards
	 * @param degree  total degree, 1 to about 10
	 */
	public PotentialFit(int rows, int columns, double[] weights, int degree) {
		image = new ImageMoments(rows, columns, weights);
		this.degree = degree;
		stepSs = 2.0 / (rows - 1);
		stepFs = 2.0 / (columns - 1);
		double[][] m = image.upTo(2 * degree, null);
		int terms = terms();
		double[][] matrix = new double[terms - 1][terms - 1];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = a == 0 ? 1 : 0; a + b <= degree; b++) {
				int l = 0;
				for (int c = 0; c <= degree; c++)
					for (int d = c == 0 ? 1 : 0; c + d <= degree; d++) {
						double ss = a * c > 0 ? stepSs * stepSs * a * c * m[a + c - 2][b + d] : 0;
						double fs = b * d > 0 ? stepFs * stepFs * b * d * m[a + c][b + d - 2] : 0;
						matrix[k][l++] = ss + fs;
					}
				k++;
			}
		normal = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false));
	}

	private int terms() {
		return (degree + 1) * (degree + 2) / 2;
	}

	/**
	 * @param gradientSs derivative along the slow scan axis per pixel, flat (ss, fs); what is under a weight of 0 does not
	 *                   matter, NaN included
	 * @param gradientFs derivative along the fast scan axis
	 */
	public PolynomialPotential fit(double[] gradientSs, double[] gradientFs) {
		double[][] ss = image.upTo(degree - 1, gradientSs);
		double[][] fs = image.upTo(degree - 1, gradientFs);
		double[] right = new double[terms() - 1];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = a == 0 ? 1 : 0; a + b <= degree; b++)
				right[k++] = (a > 0 ? stepSs * a * ss[a - 1][b] : 0) + (b > 0 ? stepFs * b * fs[a][b - 1] : 0);
		double[] solution = normal.getSolver().solve(new ArrayRealVector(right, false)).toArray();
		double[] coefficients = new double[terms()];
		System.arraycopy(solution, 0, coefficients, 1, solution.length);
		return potential(coefficients);
	}

	private PolynomialPotential potential(double[] coefficients) {
		double[][] c = new double[degree + 1][degree + 1];
		int k = 0;
		for (int a = 0; a <= degree; a++)
			for (int b = 0; a + b <= degree; b++)
				c[a][b] = coefficients[k++];
		double[] alongSs = new double[degree * (degree + 1) / 2];
		double[] alongFs = new double[alongSs.length];
		k = 0;
		for (int a = 0; a < degree; a++)
			for (int b = 0; a + b < degree; b++) {
				alongSs[k] = stepSs * (a + 1) * c[a + 1][b];
				alongFs[k++] = stepFs * (b + 1) * c[a][b + 1];
			}
		return new PolynomialPotential(surface(degree, coefficients), surface(degree - 1, alongSs),
				surface(degree - 1, alongFs));
	}

	private PolynomialSurface surface(int itsDegree, double[] coefficients) {
		return new PolynomialSurface(image.rows(), image.columns(), itsDegree, coefficients);
	}
}
