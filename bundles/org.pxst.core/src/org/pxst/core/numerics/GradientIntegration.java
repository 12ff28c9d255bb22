// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.jtransforms.dct.DoubleDCT_2D;
import org.pxst.core.CancelledException;

/**
 * The scalar field whose gradient is closest to a measured one: weighted least squares over all pairs of neighbouring
 * pixels, {@code sum w (phi[b] - phi[a] - (g[a] + g[b]) / 2)^2}. The mean of the gradients at both ends is the difference
 * of a quadratic field exactly, and the field belongs to the pixel centres (the 2020 suite takes the gradient at one end,
 * which moves its phase by half a pixel).
 * <p>
 * Solved by conjugate gradients to a relative residual of 1e-10, with the cosine transform's exact solution for equal
 * weights as preconditioner: some tens of iterations, whatever the size.
 */
public final class GradientIntegration {
	private static final double RELATIVE_RESIDUAL = 1e-10;
	private static final int MOST_ITERATIONS = 3000;
	private static final double LEVEL_SIGMA = 8;
	private static final double LEVEL_TRUNCATE = 3;

	private final int rows;
	private final int columns;
	/** Weight of the pair (i, j), (i + 1, j) and (i, j), (i, j + 1); 0 where either end does not count. */
	private final double[] weightSs;
	private final double[] weightFs;
	private final double[] scale;
	/** Sum of the weights of each pixel's pairs. */
	private final double[] diagonal;
	/** The preconditioner's rectangle: where it begins in the frame and how large it is. */
	private final int top;
	private final int left;
	private final int height;
	private final int width;
	private final int paddedHeight;
	private final int paddedWidth;
	private final DoubleDCT_2D transform;

	/**
	 * @param rows    extent along the slow scan axis, at least 2
	 * @param columns extent along the fast scan axis, at least 2
	 * @param weights weight of each pixel's gradient, flat (ss, fs), 0 for pixels that do not count
	 */
	public GradientIntegration(int rows, int columns, double[] weights) {
		this.rows = rows;
		this.columns = columns;
		double mean = 0;
		int count = 0;
		for (double w : weights)
			if (w > 0) {
				mean += w;
				count++;
			}
		mean /= Math.max(1, count);
		weightSs = new double[weights.length];
		weightFs = new double[weights.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (i + 1 < rows)
					weightSs[p] = pair(weights[p], weights[p + columns]) / mean;
				if (j + 1 < columns)
					weightFs[p] = pair(weights[p], weights[p + 1]) / mean;
			}
		// the scaling must be smooth: the slowest fields to find are, and a rough one would make them rough
		double[] level = new GaussianFilter(LEVEL_SIGMA, LEVEL_TRUNCATE).average(rows, columns, weights, counted(weights));
		scale = new double[weights.length];
		diagonal = new double[weights.length];
		int firstRow = rows;
		int lastRow = -1;
		int firstColumn = columns;
		int lastColumn = -1;
		for (int p = 0; p < scale.length; p++) {
			diagonal[p] = weightSs[p] + weightFs[p] + (p >= columns ? weightSs[p - columns] : 0)
					+ (p % columns > 0 ? weightFs[p - 1] : 0);
			if (!(diagonal[p] > 0))
				continue;
			scale[p] = Math.sqrt(mean / level[p]);
			firstRow = Math.min(firstRow, p / columns);
			lastRow = Math.max(lastRow, p / columns);
			firstColumn = Math.min(firstColumn, p % columns);
			lastColumn = Math.max(lastColumn, p % columns);
		}
		top = Math.min(firstRow, rows - 1);
		left = Math.min(firstColumn, columns - 1);
		height = Math.max(1, lastRow - top + 1);
		width = Math.max(1, lastColumn - left + 1);
		paddedHeight = transformSize(height);
		paddedWidth = transformSize(width);
		transform = new DoubleDCT_2D(paddedHeight, paddedWidth);
	}

	/** The next size that the transform is fast for: no prime factors but 2, 3 and 5. */
	private static int transformSize(int least) {
		for (int size = Math.max(2, least);; size++) {
			int rest = size;
			for (int factor : new int[] { 2, 3, 5 })
				while (rest % factor == 0)
					rest /= factor;
			if (rest == 1)
				return size;
		}
	}

	private static double[] counted(double[] weights) {
		double[] counted = new double[weights.length];
		for (int p = 0; p < counted.length; p++)
			counted[p] = weights[p] > 0 ? 1 : 0;
		return counted;
	}

	/** The mean of two gradients has the variance of both: weights are inverse variances. */
	private static double pair(double a, double b) {
		return a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
	}

	/**
	 * @param gradientSs derivative along the slow scan axis, per pixel, flat (ss, fs); finite wherever the weight is
	 *                   positive
	 * @param gradientFs derivative along the fast scan axis
	 * @param monitor    for cancelling
	 * @return the field, with a mean of 0 over the pixels that count; NaN where a pixel has no neighbour that counts. Each
	 *         connected part has an offset of its own, mean 0.
	 * @throws CancelledException when cancelled
	 */
	public double[] integrate(double[] gradientSs, double[] gradientFs, IMonitor monitor) {
		double[] residual = divergence(gradientSs, gradientFs);
		double[] field = new double[residual.length];
		double[] direction = new double[residual.length];
		double[] applied = new double[residual.length];
		double first = Math.sqrt(dot(residual, residual));
		double old = 0;
		for (int k = 0; k < MOST_ITERATIONS && Math.sqrt(dot(residual, residual)) > RELATIVE_RESIDUAL * first; k++) {
			if (monitor.isCancelled())
				throw new CancelledException("integration of the gradient");
			double[] preconditioned = precondition(residual);
			double product = dot(residual, preconditioned);
			double beta = k == 0 ? 0 : product / old;
			old = product;
			for (int p = 0; p < field.length; p++)
				direction[p] = preconditioned[p] + beta * direction[p];
			apply(direction, applied);
			double curvature = dot(direction, applied);
			if (!(curvature > 0))
				break;
			double step = product / curvature;
			for (int p = 0; p < field.length; p++) {
				field[p] += step * direction[p];
				residual[p] -= step * applied[p];
			}
		}
		return centred(field);
	}

	private double[] divergence(double[] gradientSs, double[] gradientFs) {
		double[] right = new double[rows * columns];
		for (int p = 0; p < right.length; p++) {
			if (weightSs[p] > 0) {
				double flow = weightSs[p] * (gradientSs[p] + gradientSs[p + columns]) / 2;
				right[p] -= flow;
				right[p + columns] += flow;
			}
			if (weightFs[p] > 0) {
				double flow = weightFs[p] * (gradientFs[p] + gradientFs[p + 1]) / 2;
				right[p] -= flow;
				right[p + 1] += flow;
			}
		}
		return right;
	}

	private void apply(double[] x, double[] out) {
		Arrays.fill(out, 0);
		for (int p = 0; p < x.length; p++) {
			if (weightSs[p] > 0) {
				double flow = weightSs[p] * (x[p + columns] - x[p]);
				out[p] -= flow;
				out[p + columns] += flow;
			}
			if (weightFs[p] > 0) {
				double flow = weightFs[p] * (x[p + 1] - x[p]);
				out[p] -= flow;
				out[p + 1] += flow;
			}
		}
	}

	/**
	 * Solution for equal weights on a rectangle around the pixels that count, between two scalings with the root of the
	 * weights' local level: right for smooth fields. Plus the solution for each pixel by itself: right for pixels of much
	 * less weight than those around them, as at the rim of the light.
	 */
	private double[] precondition(double[] residual) {
		double[] x = new double[paddedHeight * paddedWidth];
		for (int i = 0; i < height; i++)
			for (int j = 0; j < width; j++) {
				int p = (top + i) * columns + left + j;
				x[i * paddedWidth + j] = residual[p] * scale[p];
			}
		transform.forward(x, true);
		for (int i = 0; i < paddedHeight; i++)
			for (int j = 0; j < paddedWidth; j++) {
				double eigenvalue = 4 - 2 * Math.cos(Math.PI * i / paddedHeight) - 2 * Math.cos(Math.PI * j / paddedWidth);
				// the constant is in the operator's null space but not in that of the scaled one
				x[i * paddedWidth + j] /= Math.max(eigenvalue, 1.0 / (paddedHeight * (double) paddedWidth));
			}
		transform.inverse(x, true);
		double[] out = new double[residual.length];
		for (int i = 0; i < height; i++)
			for (int j = 0; j < width; j++) {
				int p = (top + i) * columns + left + j;
				if (diagonal[p] > 0)
					out[p] = x[i * paddedWidth + j] * scale[p] + residual[p] / diagonal[p];
			}
		return out;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int p = 0; p < a.length; p++)
			sum += a[p] * b[p];
		return sum;
	}

	/** Takes the mean off each connected part. */
	private double[] centred(double[] field) {
		double[] out = new double[field.length];
		Arrays.fill(out, Double.NaN);
		int[] stack = new int[field.length];
		boolean[] seen = new boolean[field.length];
		for (int start = 0; start < field.length; start++) {
			if (seen[start] || !(scale[start] > 0))
				continue;
			int count = collect(start, stack, seen);
			double mean = 0;
			for (int k = 0; k < count; k++)
				mean += field[stack[k]] / count;
			for (int k = 0; k < count; k++)
				out[stack[k]] = field[stack[k]] - mean;
		}
		return out;
	}

	/** All pixels connected to the first, in the front of the list; returns their number. */
	private int collect(int start, int[] list, boolean[] seen) {
		int count = 0;
		list[count++] = start;
		seen[start] = true;
		for (int k = 0; k < count; k++) {
			int p = list[k];
			if (weightSs[p] > 0 && !seen[p + columns])
				count = add(p + columns, list, count, seen);
			if (weightFs[p] > 0 && !seen[p + 1])
				count = add(p + 1, list, count, seen);
			if (p >= columns && weightSs[p - columns] > 0 && !seen[p - columns])
				count = add(p - columns, list, count, seen);
			if (p > 0 && weightFs[p - 1] > 0 && !seen[p - 1])
				count = add(p - 1, list, count, seen);
		}
		return count;
	}

	private static int add(int p, int[] list, int count, boolean[] seen) {
		seen[p] = true;
		list[count] = p;
		return count + 1;
	}
}
