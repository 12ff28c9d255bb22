// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.numerics.OrderStatistic;

/**
 * How often which difference of two pixel maps occurs, and the normal distribution of the same width, which is put in the
 * middle and made as high as fits best.
 *
 * @param centres middle of each bin, reference pixels
 * @param counts  number of pixels in each bin
 * @param normal  the normal distribution in the same bins
 */
record SplitHistogram(double[] centres, int[] counts, double[] normal) {
	private static final int BINS_PER_SIGMA = 10;
	private static final int SIGMAS = 6;
	/** Width when nothing differs. */
	private static final double SMALLEST_SIGMA = 1e-9;

	/**
	 * @param difference reference pixels, NaN where there is none; at least one pixel has a value
	 * @param sigma      robust standard deviation
	 * @return 6 sigma to each side of the median; the few pixels outside are not counted
	 */
	static SplitHistogram of(Image difference, double sigma) {
		float[] known = new float[difference.values().length];
		int count = 0;
		for (float value : difference.values())
			if (!Float.isNaN(value))
				known[count++] = value;
		double middle = OrderStatistic.ofRank(known, count, count / 2);
		double width = Math.max(sigma, SMALLEST_SIGMA) / BINS_PER_SIGMA;
		int side = SIGMAS * BINS_PER_SIGMA;
		double[] centres = new double[2 * side + 1];
		int[] counts = new int[centres.length];
		double[] normal = new double[centres.length];
		for (int k = 0; k < count; k++) {
			double bin = Math.rint((known[k] - middle) / width) + side;
			if (bin >= 0 && bin < counts.length)
				counts[(int) bin]++;
		}
		double overlap = 0;
		double square = 0;
		for (int b = 0; b < centres.length; b++) {
			double x = (double) (b - side) / BINS_PER_SIGMA;
			centres[b] = middle + (b - side) * width;
			normal[b] = Math.exp(-x * x / 2);
			overlap += counts[b] * normal[b];
			square += normal[b] * normal[b];
		}
		for (int b = 0; b < normal.length; b++)
			normal[b] *= overlap / square;
		return new SplitHistogram(centres, counts, normal);
	}
}
