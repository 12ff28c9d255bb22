// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.util.Arrays;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;

/**
 * What a grid search has found so far.
 *
 * @param window shifts that are tried
 * @param shifts best shift and error of each pixel
 */
public record FoundShifts(SearchWindow window, PixelShifts shifts) {
	/**
	 * Nothing yet.
	 *
	 * @param window shifts that are tried
	 * @param pixels of the detector
	 */
	public static FoundShifts none(SearchWindow window, int pixels) {
		float[] error = new float[pixels];
		Arrays.fill(error, Float.NaN);
		return new FoundShifts(window, new PixelShifts(new byte[pixels], new byte[pixels], error));
	}

	/**
	 * Notes the best shift of a pixel.
	 *
	 * @param p     flat index (ss, fs) of the pixel
	 * @param shift its place in the window, counted row by row
	 * @param error at that shift
	 */
	public void set(int p, int shift, float error) {
		shifts.ss()[p] = (byte) (shift / window.widthFs() + window.firstSs());
		shifts.fs()[p] = (byte) (shift % window.widthFs() + window.firstFs());
		shifts.error()[p] = error;
	}
}
