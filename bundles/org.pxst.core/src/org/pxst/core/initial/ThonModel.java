// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/**
 * Rings in the logarithm of a spectrum, {@code ln(1 - v exp(-t / decay) cos(2 pi t + phase))}, with
 * {@code t = ss qss^2 + fs qfs^2 + 2 oblique sqrt(ss fs) qss qfs}, the number of the ring. That is a power of
 * {@code sin^2(pi t + phase / 2)} on a background that takes over towards large t, where a lens whose magnification is not
 * the same everywhere blurs the rings.
 *
 * @param ss      scale along the slow scan axis, &gt; 0
 * @param fs      scale along the fast scan axis, &gt; 0
 * @param oblique turns the ellipses, between -1 and 1
 * @param phase   2 atan(beta / delta)
 * @param depth   v, 0 .. 1
 * @param decay   number of rings over which they fade, &gt; 0
 */
record ThonModel(double ss, double fs, double oblique, double phase, double depth, double decay) {
	/** Number of the ring at a frequency. */
	double ring(double qss, double qfs) {
		return ss * qss * qss + fs * qfs * qfs + 2 * oblique * Math.sqrt(ss * fs) * qss * qfs;
	}

	/** The rings' value there. */
	double at(double qss, double qfs) {
		double t = ring(qss, qfs);
		return Math.log(1 - depth * Math.exp(-t / decay) * Math.cos(2 * Math.PI * t + phase));
	}

	/** The values at all pixels. */
	double[] at(ThonPixels pixels) {
		double[] values = new double[pixels.count()];
		for (int k = 0; k < values.length; k++)
			values[k] = at(pixels.ss[k], pixels.fs[k]);
		return values;
	}
}
