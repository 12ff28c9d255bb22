// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * Recorded positions of the sample, projected on the detector axes: a positive value moves the image of the sample
 * towards larger row (column) numbers. In m, one entry a frame, any origin.
 *
 * @param ss along the slow scan axis; not copied, must not be changed afterwards
 * @param fs along the fast scan axis; not copied, must not be changed afterwards
 */
public record SamplePositions(double[] ss, double[] fs) {
	/** Checks the shapes. */
	public SamplePositions {
		if (ss.length != fs.length)
			throw new IllegalArgumentException(ss.length + " and " + fs.length + " positions");
	}

	/** Number of frames. */
	public int frames() {
		return ss.length;
	}

	/**
	 * Projects translations on the detector's basis vectors (paper, section 3; make_pixel_translations).
	 *
	 * @param translations (frame, xyz) flat, in m
	 * @param basis        (frame, axis, xyz) flat, axis 0 = slow scan, or (axis, xyz) when it is the same for all frames
	 * @return positions along the two detector axes, in m; NaN along a basis vector of length 0
	 * @throws IllegalArgumentException when the lengths do not fit
	 */
	public static SamplePositions project(double[] translations, double[] basis) {
		int frames = translations.length / 3;
		if (translations.length != frames * 3 || basis.length != 6 && basis.length != frames * 6)
			throw new IllegalArgumentException(
					translations.length + " translation and " + basis.length + " basis vector components");
		boolean each = basis.length == frames * 6 && frames > 1;
		double[][] out = new double[2][frames];
		for (int n = 0; n < frames; n++)
			for (int axis = 0; axis < 2; axis++) {
				int b = (each ? n * 6 : 0) + axis * 3;
				double dot = 0;
				double square = 0;
				for (int k = 0; k < 3; k++) {
					dot += basis[b + k] * translations[n * 3 + k];
					square += basis[b + k] * basis[b + k];
				}
				out[axis][n] = dot / Math.sqrt(square);
			}
		return new SamplePositions(out[0], out[1]);
	}

	/**
	 * The positions in units of the reference pixel, with their mean taken off (paper, section 3).
	 *
	 * @param dss reference pixel along the slow scan axis in m
	 * @param dfs reference pixel along the fast scan axis in m
	 */
	public PixelTranslations inPixels(double dss, double dfs) {
		return new PixelTranslations(centred(ss, dss), centred(fs, dfs));
	}

	private static double[] centred(double[] metres, double pixel) {
		double mean = 0;
		for (double m : metres)
			mean += m / metres.length;
		double[] pixels = new double[metres.length];
		for (int n = 0; n < pixels.length; n++)
			pixels[n] = (metres[n] - mean) / pixel;
		return pixels;
	}
}
