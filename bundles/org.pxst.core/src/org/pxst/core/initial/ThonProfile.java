// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/**
 * Means over the ellipses of the rings.
 *
 * @param radius   mean radius of each ellipse, cycles per pixel
 * @param measured mean of the flattened spectrum; NaN where there is no pixel
 * @param fitted   mean of the fitted rings over the same pixels
 */
record ThonProfile(double[] radius, double[] measured, double[] fitted) {
	private static final int ELLIPSES_PER_RING = 16;

	/** Averages measured and fitted values, one a pixel. */
	static ThonProfile of(ThonPixels pixels, ThonModel model, double[] data, double[] rings) {
		int[] ellipses = new int[pixels.count()];
		int last = 0;
		for (int k = 0; k < ellipses.length; k++) {
			ellipses[k] = (int) (model.ring(pixels.ss[k], pixels.fs[k]) * ELLIPSES_PER_RING);
			last = Math.max(last, ellipses[k]);
		}
		double[] radius = new double[last + 1];
		double[] measured = new double[last + 1];
		double[] fitted = new double[last + 1];
		int[] counts = new int[last + 1];
		for (int k = 0; k < ellipses.length; k++) {
			measured[ellipses[k]] += data[k];
			fitted[ellipses[k]] += rings[k];
			counts[ellipses[k]]++;
		}
		double scale = Math.sqrt(model.ss() * model.fs());
		for (int e = 0; e <= last; e++) {
			radius[e] = Math.sqrt((e + 0.5) / ELLIPSES_PER_RING / scale);
			measured[e] /= counts[e];
			fitted[e] /= counts[e];
		}
		return new ThonProfile(radius, measured, fitted);
	}
}
