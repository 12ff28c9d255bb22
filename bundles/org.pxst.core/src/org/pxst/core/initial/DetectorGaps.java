// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.pxst.core.image.Image;

/**
 * Pixels that see nothing between lit pixels of the same row or column: gaps between detector modules that are 0 in all
 * frames, and dead lines, with or without noise. The dark around the light and behind a beam stop is not meant: it begins
 * with pixels that see a little.
 *
 * @param mean     mean over frames
 * @param variance variance over frames
 * @param lit      mean above which a pixel is lit
 * @param frames   number of frames
 */
record DetectorGaps(Image mean, Image variance, double lit, int frames) {
	/** Widest gap whose pixels are 0, in pixels. */
	private static final int WIDEST = 64;
	/** Widest dead line with noise. */
	private static final int WIDEST_NOISY = 4;
	/** Brightness of a dead line against the light on both sides. */
	private static final double BLIND = 0.01;

	/** False for pixels in gaps, flat (ss, fs). */
	boolean[] good() {
		boolean[] good = new boolean[mean.values().length];
		Arrays.fill(good, true);
		for (int i = 0; i < mean.rows(); i++)
			mark(i * mean.columns(), 1, mean.columns(), good);
		for (int j = 0; j < mean.columns(); j++)
			mark(j, mean.columns(), mean.rows(), good);
		return good;
	}

	/** Along one row or column. */
	private void mark(int first, int stride, int count, boolean[] good) {
		int last = -1;
		for (int k = 0; k < count; k++) {
			int p = first + k * stride;
			if (!isLit(p))
				continue;
			if (last >= 0 && isGap(first + last * stride, p, stride))
				for (int gap = last + 1; gap < k; gap++)
					good[first + gap * stride] = false;
			last = k;
		}
	}

	private boolean isLit(int p) {
		float v = variance.values()[p];
		float m = mean.values()[p];
		return m > lit && v > 0 && frames * m * m / v > PixelVerdict.SURE_COUNTS;
	}

	/** Whether what is between two lit pixels sees nothing. */
	private boolean isGap(int before, int after, int stride) {
		int width = (after - before) / stride - 1;
		if (width > WIDEST)
			return false;
		double blind = BLIND * Math.min(mean.values()[before], mean.values()[after]);
		for (int p = before + stride; p < after; p += stride) {
			boolean empty = mean.values()[p] == 0 && variance.values()[p] == 0;
			if (!empty && !(width <= WIDEST_NOISY && Math.abs(mean.values()[p]) < blind))
				return false;
		}
		return true;
	}
}
