// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * The scalar field whose gradient is closest to a measured one: weighted least squares over all pairs of neighbouring
 * pixels, {@code sum w (phi[b] - phi[a] - (g[a] + g[b]) / 2)^2}. The mean of the gradients at both ends is the difference
 * of a quadratic field exactly, and the field belongs to the pixel centres (the 2020 suite takes the gradient at one end,
 * which moves its phase by half a pixel).
 * <p>
 * Solved by conjugate gradients to a relative residual of 1e-11, preconditioned with multigrid: some tens of iterations,
 * whatever the size. Uses all cores, with the same result on every run.
 */
public final class GradientIntegration {
	private static final double RELATIVE_RESIDUAL = 1e-11;
	private static final int MOST_ITERATIONS = 3000;

	private final int rows;
	private final int columns;
	private final double[] weights;
	private final PixelPairs pairs;
	private final ConnectedParts parts;

	/**
	 * @param rows    extent along the slow scan axis, at least 2
	 * @param columns extent along the fast scan axis, at least 2
	 * @param weights weight of each pixel's gradient, flat (ss, fs), 0 for pixels that do not count; not
	 *                copied, must not be changed afterwards
	 */
	public GradientIntegration(int rows, int columns, double[] weights) {
		this.rows = rows;
		this.columns = columns;
		this.weights = weights;
		double mean = 0;
		int count = 0;
		for (double w : weights)
			if (w > 0) {
				mean += w;
				count++;
			}
		mean /= Math.max(1, count);
		double[] ss = new double[weights.length];
		double[] fs = new double[weights.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (i + 1 < rows)
					ss[p] = pair(weights[p], weights[p + columns]) / mean;
				if (j + 1 < columns)
					fs[p] = pair(weights[p], weights[p + 1]) / mean;
			}
		pairs = PixelPairs.of(rows, columns, ss, fs);
		parts = new ConnectedParts(pairs);
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
		Multigrid multigrid = new Multigrid(pairs);
		double first = Math.sqrt(pairs.dot(residual, residual));
		double old = 0;
		for (int k = 0; k < MOST_ITERATIONS && Math.sqrt(pairs.dot(residual, residual)) > RELATIVE_RESIDUAL * first; k++) {
			if (monitor.isCancelled())
				throw new CancelledException("integration of the gradient");
			double[] preconditioned = multigrid.solve(residual);
			// a constant is no solution of anything, but would grow until nothing else is left of the digits
			parts.removeMeans(preconditioned);
			double product = pairs.dot(residual, preconditioned);
			addTo(direction, k == 0 ? 0 : product / old, preconditioned);
			old = product;
			pairs.apply(direction, applied);
			double curvature = pairs.dot(direction, applied);
			if (!(curvature > 0))
				break;
			step(product / curvature, direction, applied, field, residual);
		}
		parts.removeMeans(field);
		for (int p = 0; p < field.length; p++)
			if (!parts.contain(p))
				field[p] = Double.NaN;
		return field;
	}

	/**
	 * Offsets for the parts of a field that gaps separate: across a gap the field is taken to go on with the mean of the
	 * gradients at both rims, in least squares over all places where a row or column crosses one, with the less weight the
	 * wider it is. Good for gradients that hardly change over a gap.
	 *
	 * @param field      from {@link #integrate}; changed
	 * @param gradientSs as given to it
	 * @param gradientFs as given to it
	 */
	public void joinParts(double[] field, double[] gradientSs, double[] gradientFs) {
		if (parts.count() < 2)
			return;
		PartOffsets offsets = new PartOffsets(parts.count());
		for (int i = 0; i < rows; i++)
			addGaps(offsets, i * columns, 1, columns, field, gradientFs);
		for (int j = 0; j < columns; j++)
			addGaps(offsets, j, columns, rows, field, gradientSs);
		double[] offset = offsets.solve();
		for (int p = 0; p < field.length; p++)
			if (parts.contain(p))
				field[p] += offset[parts.of(p)];
	}

	private void addGaps(PartOffsets offsets, int start, int stride, int length, double[] field, double[] gradient) {
		int before = -1;
		for (int k = 0; k < length; k++) {
			int p = start + k * stride;
			if (!parts.contain(p))
				continue;
			if (before >= 0 && parts.of(before) != parts.of(p)) {
				int width = (p - before) / stride;
				double step = width * (gradient[before] + gradient[p]) / 2;
				offsets.add(parts.of(before), parts.of(p), step - (field[p] - field[before]),
						pair(weights[before], weights[p]) / ((double) width * width));
			}
			before = p;
		}
	}

	/** direction = added + factor direction. */
	private void addTo(double[] direction, double factor, double[] added) {
		pairs.eachRow().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				direction[p] = added[p] + factor * direction[p];
		});
	}

	private void step(double length, double[] direction, double[] applied, double[] field, double[] residual) {
		pairs.eachRow().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++) {
				field[p] += length * direction[p];
				residual[p] -= length * applied[p];
			}
		});
	}

	private double[] divergence(double[] gradientSs, double[] gradientFs) {
		double[] right = new double[rows * columns];
		for (int p = 0; p < right.length; p++) {
			if (pairs.ss()[p] > 0) {
				double flow = pairs.ss()[p] * (gradientSs[p] + gradientSs[p + columns]) / 2;
				right[p] -= flow;
				right[p + columns] += flow;
			}
			if (pairs.fs()[p] > 0) {
				double flow = pairs.fs()[p] * (gradientFs[p] + gradientFs[p + 1]) / 2;
				right[p] -= flow;
				right[p + 1] += flow;
			}
		}
		return right;
	}
}
