// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;

/**
 * The sums of the grid search for one pixel.
 *
 * @param sums   (quantity, shift, pixel) flat: squared error, normaliser, number of frames
 * @param pixel  which one
 * @param pixels number of them
 * @param window the shifts
 */
record Candidates(float[] sums, int pixel, int pixels, SearchWindow window) {
	/** Sums for each shift. */
	static final int QUANTITIES = 3;

	private float error(int c) {
		return sums[c * pixels + pixel] / norm(c);
	}

	private float norm(int c) {
		return sums[(window.shifts() + c) * pixels + pixel];
	}

	private float frames(int c) {
		return sums[(2 * window.shifts() + c) * pixels + pixel];
	}

	/**
	 * Notes the best shift of those that are seen by at least half as many frames as the best seen one.
	 *
	 * @param order shifts from the smallest to the largest
	 * @param p     the pixel
	 */
	void takeBest(int[] order, int p, PixelShifts shifts) {
		float most = 0;
		for (int c : order)
			most = Math.max(most, frames(c));
		float enough = Math.max(1, (float) Math.ceil(most / 2));
		int best = -1;
		for (int c : order)
			if (frames(c) >= enough && norm(c) > 0 && (best < 0 || error(c) < error(best)))
				best = c;
		if (best < 0)
			return;
		shifts.ss()[p] = (byte) (best / window.widthFs() + window.firstSs());
		shifts.fs()[p] = (byte) (best % window.widthFs() + window.firstFs());
		shifts.error()[p] = error(best);
	}
}
