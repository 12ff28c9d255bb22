// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import java.util.Arrays;

import org.pxst.core.image.Image;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.numerics.GaussianFilter;

/**
 * Kernel regression of the reference image (Nadaraya 1964, Watson 1964), an option of make_reference: each value is the
 * average of all samples around it, weighted with their overlap and with a Gaussian of their distance,
 * {@code G * (O w) / G * w} with O the merged image and w its overlap. It trades resolution for noise, and fills small holes
 * that no sample fell into. The samples' places are those of the bilinear deposit, which widens the Gaussian by at most
 * half a pixel.
 *
 * @param sigma          width of the Gaussian, reference pixels, at least 0; 0 changes nothing
 * @param minimumOverlap values whose overlap, averaged with the same Gaussian, is below this part of the mean overlap are NaN,
 *                       at least 0
 */
public record KernelRegression(double sigma, double minimumOverlap) {
	/** Part of the mean overlap that suffices when nothing else is said. */
	public static final double DEFAULT_MINIMUM_OVERLAP = 0.05;

	private static final double TRUNCATE = 4;

	/** Checks the ranges. */
	public KernelRegression {
		if (!(sigma >= 0) || Double.isInfinite(sigma) || !(minimumOverlap >= 0))
			throw new IllegalArgumentException("kernel of width " + sigma + ", minimum overlap " + minimumOverlap);
	}

	/** With the default minimum overlap. */
	public KernelRegression(double sigma) {
		this(sigma, DEFAULT_MINIMUM_OVERLAP);
	}

	/**
	 * @param merged result of make_reference; its overlap may be anything where its image is NaN
	 * @return an image of the same shape and offsets, with the averaged overlap; the same object for a width of 0
	 */
	public ReferenceImage apply(ReferenceImage merged) {
		if (sigma == 0)
			return merged;
		int rows = merged.image().rows();
		int columns = merged.image().columns();
		double[] values = new double[rows * columns];
		double[] overlap = new double[values.length];
		double sum = 0;
		int known = 0;
		for (int c = 0; c < values.length; c++) {
			values[c] = merged.image().values()[c];
			if (Double.isNaN(values[c]) || !(merged.overlap().values()[c] > 0))
				continue;
			overlap[c] = merged.overlap().values()[c];
			sum += overlap[c];
			known++;
		}
		GaussianFilter filter = new GaussianFilter(sigma, TRUNCATE);
		double[] averages = filter.average(rows, columns, values, overlap);
		double[] ones = new double[values.length];
		Arrays.fill(ones, 1);
		double[] averageOverlap = filter.average(rows, columns, overlap, ones);
		double least = minimumOverlap * sum / Math.max(1, known);
		float[] image = new float[values.length];
		float[] weight = new float[values.length];
		for (int c = 0; c < values.length; c++) {
			image[c] = averageOverlap[c] >= least ? (float) averages[c] : Float.NaN;
			weight[c] = (float) averageOverlap[c];
		}
		return new ReferenceImage(new Image(rows, columns, image), new Image(rows, columns, weight), merged.n0(),
				merged.m0());
	}
}
