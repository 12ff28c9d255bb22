// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

/**
 * Fills the unknown pixels of an image that repeats itself in both directions, smoothly: unknown pixels take the average
 * of the known ones around them at the finest resolution at which there are any (Gortler et al., "The Lumigraph",
 * SIGGRAPH 1996, section 3.3: pull-push). So holes take what is around them, and a wide rim fades into the mean.
 */
final class SmoothFill {
	private SmoothFill() {
	}

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs); what unknown pixels hold does not matter
	 * @param weight  trust in each pixel, 0 for unknown, flat (ss, fs); at least one is positive
	 * @return a copy without unknown pixels; known ones keep their values
	 */
	static double[] fill(int rows, int columns, double[] values, double[] weight) {
		double[] filled = values.clone();
		boolean complete = true;
		for (double w : weight)
			complete &= w > 0;
		if (complete)
			return filled;
		int coarseRows = (rows + 1) / 2;
		int coarseColumns = (columns + 1) / 2;
		double[] sum = new double[coarseRows * coarseColumns];
		double[] sumOfWeights = new double[sum.length];
		for (int p = 0; p < values.length; p++)
			if (weight[p] > 0) {
				int q = p / columns / 2 * coarseColumns + p % columns / 2;
				sum[q] += weight[p] * values[p];
				sumOfWeights[q] += weight[p];
			}
		for (int q = 0; q < sum.length; q++)
			if (sumOfWeights[q] > 0)
				sum[q] /= sumOfWeights[q];
		double[] coarse = fill(coarseRows, coarseColumns, sum, sumOfWeights);
		for (int p = 0; p < values.length; p++)
			if (!(weight[p] > 0))
				filled[p] = between(coarse, coarseRows, coarseColumns, p / columns, p % columns);
		return filled;
	}

	/** Bilinear interpolation of the image of half the resolution. */
	private static double between(double[] coarse, int rows, int columns, int i, int j) {
		int i0 = i / 2;
		int j0 = j / 2;
		int i1 = Math.floorMod(i0 + (i % 2 == 0 ? -1 : 1), rows);
		int j1 = Math.floorMod(j0 + (j % 2 == 0 ? -1 : 1), columns);
		return 0.75 * (0.75 * coarse[i0 * columns + j0] + 0.25 * coarse[i0 * columns + j1])
				+ 0.25 * (0.75 * coarse[i1 * columns + j0] + 0.25 * coarse[i1 * columns + j1]);
	}
}
