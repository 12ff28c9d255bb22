// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Products of Legendre polynomials up to a total degree on the box around a pupil, rms 1 on the box: a basis of the same
 * polynomials as Zernike's, and nearly orthonormal. As products they need no images: sums over the pupil take degree + 1
 * operations per pixel. Immutable; uses all cores, with the same result on every run.
 */
final class LegendreProducts {
	private final Pupil pupil;
	private final int degree;
	/** Polynomials (degree, place along the box). */
	private final double[][] alongSs;
	private final double[][] alongFs;

	LegendreProducts(Pupil pupil, int degree) {
		this.pupil = pupil;
		this.degree = degree;
		alongSs = table(pupil.box().rows());
		alongFs = table(pupil.box().columns());
	}

	private double[][] table(int length) {
		double[][] table = new double[degree + 1][length];
		for (int k = 0; k < length; k++) {
			double[] values = polynomials(place(k, length), degree);
			for (int a = 0; a <= degree; a++)
				table[a][k] = values[a];
		}
		return table;
	}

	/** Place k of n pixels, whose outer rims are at -1 and 1. */
	private static double place(int k, int n) {
		return (2 * k + 1.0) / n - 1;
	}

	/** Legendre polynomials up to a degree, rms 1 over -1 .. 1. */
	private static double[] polynomials(double t, int degree) {
		double[] p = new double[degree + 1];
		p[0] = 1;
		if (degree > 0)
			p[1] = t;
		for (int k = 2; k <= degree; k++)
			p[k] = ((2 * k - 1) * t * p[k - 1] - (k - 1) * p[k - 2]) / k;
		for (int k = 0; k <= degree; k++)
			p[k] *= Math.sqrt(2 * k + 1);
		return p;
	}

	/** Number of products. */
	int size() {
		return (degree + 1) * (degree + 2) / 2;
	}

	/**
	 * The triangular factor R of the matrix (pupil pixels, products), by Householder transformations: of each row's pixels
	 * first, for which there are only degree + 1 different columns, then of what the rows leave. Keeps digits that a matrix of
	 * scalar products squares away.
	 */
	RealMatrix triangle(IMonitor monitor) {
		int rows = pupil.box().rows();
		double[][][] ofRows = new double[rows][][];
		IntStream.range(0, rows).parallel().forEach(i -> {
			CancelledException.check(monitor, FitZernike.WORK);
			ofRows[i] = triangleOfRow(i);
		});
		double[][] stacked = Arrays.stream(ofRows).flatMap(Arrays::stream).toArray(double[][]::new);
		return upper(stacked, size());
	}

	private double[][] triangleOfRow(int i) {
		int[] good = IntStream.range(0, pupil.box().columns()).filter(j -> pupil.contains(i, j)).toArray();
		if (good.length == 0)
			return new double[0][];
		double[][] pixels = new double[good.length][degree + 1];
		for (int k = 0; k < good.length; k++)
			for (int b = 0; b <= degree; b++)
				pixels[k][b] = alongFs[b][good[k]];
		double[][] factor = good.length > degree + 1 ? upper(pixels, degree + 1).getData() : pixels;
		double[][] products = new double[factor.length][size()];
		for (int k = 0; k < factor.length; k++) {
			int t = 0;
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					products[k][t++] = alongSs[a][i] * factor[k][b];
		}
		return products;
	}

	private static RealMatrix upper(double[][] matrix, int columns) {
		if (matrix.length < columns)
			return new Array2DRowRealMatrix(columns, columns);
		return new QRDecomposition(new Array2DRowRealMatrix(matrix, false)).getR().getSubMatrix(0, columns - 1, 0,
				columns - 1);
	}

	/**
	 * @param values flat, the whole frame
	 * @return sums over the pupil of values times each product
	 */
	double[] project(double[] values) {
		int rows = pupil.box().rows();
		double[][] ofRows = new double[rows][degree + 1];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < alongFs[0].length; j++) {
				if (!pupil.contains(i, j))
					continue;
				double value = values[pupil.index(i, j)];
				for (int b = 0; b <= degree; b++)
					ofRows[i][b] += value * alongFs[b][j];
			}
		});
		double[] sums = new double[size()];
		for (int i = 0; i < rows; i++) {
			int t = 0;
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					sums[t++] += alongSs[a][i] * ofRows[i][b];
		}
		return sums;
	}

	/**
	 * @param factors of each product
	 * @return the sum of the products, flat, the whole frame, NaN outside the pupil
	 */
	double[] combine(double[] factors) {
		double[] values = new double[pupil.rows() * pupil.columns()];
		Arrays.fill(values, Double.NaN);
		IntStream.range(0, pupil.box().rows()).parallel().forEach(i -> {
			double[] ofRow = new double[degree + 1];
			int t = 0;
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					ofRow[b] += alongSs[a][i] * factors[t++];
			for (int j = 0; j < alongFs[0].length; j++) {
				if (!pupil.contains(i, j))
					continue;
				double sum = 0;
				for (int b = 0; b <= degree; b++)
					sum += ofRow[b] * alongFs[b][j];
				values[pupil.index(i, j)] = sum;
			}
		});
		return values;
	}

	/**
	 * The Zernike polynomials as sums of products, exactly, from their values on a grid of Chebyshev's points.
	 *
	 * @param orders the polynomials j = 1 .. orders, none of a higher degree
	 * @return (products, orders)
	 */
	RealMatrix zernikes(int orders) {
		int n = degree + 1;
		double[] points = new double[n];
		double[][] values = new double[n][];
		for (int k = 0; k < n; k++) {
			points[k] = Math.cos(Math.PI * (k + 0.5) / n);
			values[k] = polynomials(points[k], degree);
		}
		RealMatrix inverse = new QRDecomposition(new Array2DRowRealMatrix(values, false)).getSolver().getInverse();
		double[][] result = new double[size()][orders];
		for (int j = 1; j <= orders; j++) {
			NollIndex zernike = NollIndex.of(j);
			double[][] grid = new double[n][n];
			for (int k = 0; k < n; k++)
				for (int l = 0; l < n; l++)
					grid[k][l] = zernike.value(pupil.y(points[k]), pupil.x(points[l]));
			RealMatrix factors = inverse.multiply(new Array2DRowRealMatrix(grid, false)).multiply(inverse.transpose());
			int t = 0;
			for (int a = 0; a <= degree; a++)
				for (int b = 0; a + b <= degree; b++)
					result[t++][j - 1] = factors.getEntry(a, b);
		}
		return new Array2DRowRealMatrix(result, false);
	}
}
