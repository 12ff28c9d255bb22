// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

/**
 * Division of frames by the whitefield. The reciprocal is computed once: a frame then costs a multiplication a pixel.
 * Immutable, for any thread.
 */
public final class FrameDivision {
	private final float[] reciprocal;

	private FrameDivision(float[] reciprocal) {
		this.reciprocal = reciprocal;
	}

	/**
	 * Prepares the division.
	 *
	 * @param whitefield flat (ss, fs), counts; pixels where it is not positive have no quotient
	 */
	public static FrameDivision by(float[] whitefield) {
		float[] reciprocal = new float[whitefield.length];
		for (int p = 0; p < reciprocal.length; p++)
			reciprocal[p] = whitefield[p] > 0 && whitefield[p] < Float.POSITIVE_INFINITY ? 1 / whitefield[p] : Float.NaN;
		return new FrameDivision(reciprocal);
	}

	/** Number of pixels. */
	public int pixels() {
		return reciprocal.length;
	}

	/**
	 * Divides frames in place.
	 *
	 * @param frames one frame or several, one after the other, flat (ss, fs); NaN where the whitefield is not positive
	 *               afterwards
	 */
	public void apply(float[] frames) {
		int pixels = reciprocal.length;
		for (int from = 0; from < frames.length; from += pixels)
			for (int p = 0; p < pixels; p++)
				frames[from + p] *= reciprocal[p];
	}
}
