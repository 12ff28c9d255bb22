// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.numerics.PolynomialSurface;

/**
 * The filter and fill of update_pixel_map (paper, section 4.2): a weighted Gaussian average of the map, u.
 * <p>
 * Two deviations from the 2020 suite, on purpose. What a polynomial of low degree describes is set aside before and put
 * back after, so that slopes and curvatures do not bend at the rim of the lit area (the suite filters u - (i, j) against
 * zeros beyond the rim). And the average replaces a pixel's value only as far as it is noise: with r = u minus average, the
 * part {@code <r r'> / <r r>} of r is kept, r' being the r of the next pixels and the means taken over the same Gaussian.
 * Noise is a pixel's own and gives 0; structure that the filter is too wide for (the caustic rim of a real lens) is shared
 * with the neighbours and gives up to 1. This is Wiener's filter with the signal's share estimated on the spot.
 *
 * @param sigma width of the Gaussian, detector pixels, at least 0 (0: only fills)
 */
public record PixelMapSmoothing(double sigma) {
	private static final int DEGREE = 4;
	private static final double TRUNCATE = 4;
	private static final double FILL_SIGMA = 4;
	private static final double FILL_TRUNCATE = 20;

	/**
	 * @param map     pixel map; finite where the weight is positive
	 * @param weights trust in each pixel's value, flat (ss, fs), not negative; pixels of weight 0 get the value of their
	 *                surroundings
	 * @return the map, on all pixels within reach of one with weight; beyond, the polynomial
	 */
	public PixelMap apply(PixelMap map, double[] weights) {
		return new PixelMap(map.rows(), map.columns(), smooth(map.rows(), map.columns(), map.ss(), weights),
				smooth(map.rows(), map.columns(), map.fs(), weights));
	}

	private double[] smooth(int rows, int columns, double[] values, double[] weights) {
		double[] trend = PolynomialSurface.fit(rows, columns, values, weights, DEGREE).values();
		double[] rest = new double[values.length];
		for (int p = 0; p < rest.length; p++)
			rest[p] = values[p] - trend[p];
		double[] result = sigma > 0 ? average(rows, columns, rest, weights) : rest;
		double[] filled = new GaussianFilter(FILL_SIGMA, FILL_TRUNCATE).average(rows, columns, rest, weights);
		double[] out = new double[values.length];
		for (int p = 0; p < out.length; p++) {
			boolean unknown = Double.isNaN(result[p]) || sigma == 0 && !(weights[p] > 0);
			double value = unknown ? filled[p] : result[p];
			out[p] = trend[p] + (Double.isNaN(value) ? 0 : value);
		}
		return out;
	}

	private double[] average(int rows, int columns, double[] values, double[] weights) {
		GaussianFilter filter = new GaussianFilter(sigma, TRUNCATE);
		double[] average = filter.average(rows, columns, values, weights);
		double[] square = new double[values.length];
		double[] shared = new double[values.length];
		double[] counted = new double[values.length];
		double[] paired = new double[values.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (!(weights[p] > 0))
					continue;
				double own = values[p] - average[p];
				square[p] = own * own;
				counted[p] = 1;
				int neighbours = 0;
				for (int q : new int[] { i > 0 ? p - columns : p, i + 1 < rows ? p + columns : p, j > 0 ? p - 1 : p,
						j + 1 < columns ? p + 1 : p })
					if (q != p && weights[q] > 0) {
						shared[p] += own * (values[q] - average[q]);
						neighbours++;
					}
				if (neighbours > 0) {
					shared[p] /= neighbours;
					paired[p] = 1;
				}
			}
		double[] variance = filter.average(rows, columns, square, counted);
		double[] covariance = filter.average(rows, columns, shared, paired);
		for (int p = 0; p < values.length; p++)
			if (weights[p] > 0 && variance[p] > 0) {
				double kept = Math.max(0, Math.min(1, covariance[p] / variance[p]));
				if (!Double.isNaN(kept))
					average[p] += kept * (values[p] - average[p]);
			}
		return average;
	}
}
