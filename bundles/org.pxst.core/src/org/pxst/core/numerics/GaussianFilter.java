// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * Weighted Gaussian average over the neighbourhood of each pixel: G(w f) / G(w), G a Gaussian of the given width, cut off
 * at a multiple of it. Immutable; usable from several threads; uses all cores.
 */
public final class GaussianFilter {
	private final double[] kernel;
	private final int radius;

	/**
	 * @param sigma    width in pixels, &gt; 0
	 * @param truncate cut-off in units of sigma, &gt; 0
	 */
	public GaussianFilter(double sigma, double truncate) {
		if (!(sigma > 0) || !(truncate > 0))
			throw new IllegalArgumentException("Gaussian of width " + sigma + " cut off at " + truncate);
		radius = (int) Math.ceil(sigma * truncate);
		kernel = new double[2 * radius + 1];
		for (int k = -radius; k <= radius; k++)
			kernel[k + radius] = Math.exp(-0.5 * k * k / (sigma * sigma));
	}

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs); what is under a weight of 0 does not matter, NaN included
	 * @param weights flat (ss, fs), not negative
	 * @return the averages; NaN where all weights in reach are 0
	 */
	public double[] average(int rows, int columns, double[] values, double[] weights) {
		double[] product = new double[values.length];
		for (int p = 0; p < values.length; p++)
			product[p] = weights[p] > 0 ? weights[p] * values[p] : 0;
		double[] numerator = convolve(rows, columns, product);
		double[] denominator = convolve(rows, columns, weights);
		for (int p = 0; p < numerator.length; p++)
			numerator[p] = denominator[p] > 0 ? numerator[p] / denominator[p] : Double.NaN;
		return numerator;
	}

	private double[] convolve(int rows, int columns, double[] values) {
		double[] alongFs = new double[values.length];
		double[] both = new double[values.length];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				double sum = 0;
				for (int b = Math.max(-radius, -j); b <= Math.min(radius, columns - 1 - j); b++)
					sum += kernel[b + radius] * values[i * columns + j + b];
				alongFs[i * columns + j] = sum;
			}
		});
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int a = Math.max(-radius, -i); a <= Math.min(radius, rows - 1 - i); a++) {
				double k = kernel[a + radius];
				for (int j = 0; j < columns; j++)
					both[i * columns + j] += k * alongFs[(i + a) * columns + j];
			}
		});
		return both;
	}
}
