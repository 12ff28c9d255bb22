// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

/**
 * Weighted Gaussian average over the neighbourhood of each pixel: G(w f) / G(w), G a Gaussian of the given width, cut off
 * at a multiple of it. Immutable; usable from several threads; uses all cores.
 */
public final class GaussianFilter {
	private final double sigma;
	private final double reach;

	/**
	 * @param sigma    width in pixels, &gt; 0
	 * @param truncate cut-off in units of sigma, &gt; 0
	 */
	public GaussianFilter(double sigma, double truncate) {
		if (!(sigma > 0) || !(truncate > 0))
			throw new IllegalArgumentException("Gaussian of width " + sigma + " cut off at " + truncate);
		this.sigma = sigma;
		reach = Math.ceil(sigma * truncate);
	}

	/** As far as it reaches within an image. */
	private double[] kernel(int rows, int columns) {
		int radius = (int) Math.min(reach, Math.max(rows, columns) - 1);
		double[] kernel = new double[2 * radius + 1];
		for (int k = -radius; k <= radius; k++)
			// the square of a very small width is 0
			kernel[k + radius] = k == 0 ? 1 : Math.exp(-0.5 * k * k / (sigma * sigma));
		return kernel;
	}

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs); what is under a weight of 0 does not matter, NaN included
	 * @param weights flat (ss, fs), not negative
	 * @return the averages; NaN where all weights in reach are 0
	 */
	public double[] average(int rows, int columns, double[] values, double[] weights) {
		return weighted(rows, columns, weights).average(values);
	}

	/**
	 * Prepares averages of several images with the same weights.
	 *
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param weights flat (ss, fs), not negative; not copied, must not be changed afterwards
	 */
	public WeightedAverage weighted(int rows, int columns, double[] weights) {
		return new WeightedAverage(new SeparableConvolution(rows, columns, kernel(rows, columns)), weights);
	}

	/**
	 * Prepares averages at some pixels only, for wide Gaussians that are needed at few pixels.
	 *
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param weights flat (ss, fs), not negative; not copied, must not be changed afterwards
	 * @param wanted  flat (ss, fs), where the averages are wanted; they are NaN elsewhere
	 */
	public WeightedAverage weighted(int rows, int columns, double[] weights, boolean[] wanted) {
		return new WeightedAverage(new SeparableConvolution(rows, columns, kernel(rows, columns), wanted), weights);
	}
}
