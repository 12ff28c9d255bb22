// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.util.Arrays;

import org.pxst.core.scan.Mask;

/** Bounds how many samples go into one pixel of a merged image: what {@link FixedPoint} needs to know. */
public final class DepositCount {
	private DepositCount() {
	}

	/** Maps that reach over more pixels are not counted out: what comes of it is right, but coarser. */
	private static final long MOST_CELLS = 1 << 26;
	private static final long NEIGHBOURS = 9;

	/**
	 * An upper bound: most pixels that the map has in one pixel of the reference image, times the nine pixels from which a
	 * sum may take samples, times the number of frames.
	 *
	 * @param mask   pixels that count
	 * @param ss     map along the slow scan axis
	 * @param fs     map along the fast scan axis
	 * @param frames number of frames
	 */
	public static long most(Mask mask, SplitCoordinates ss, SplitCoordinates fs, int frames) {
		int count = mask.count();
		if (count == 0)
			return 0;
		long[] along = range(mask, ss.whole());
		long[] across = range(mask, fs.whole());
		long columns = across[1] - across[0] + 1;
		double size = (along[1] - along[0] + 1.0) * columns;
		if (size > MOST_CELLS)
			return NEIGHBOURS * count * frames;
		int[] cells = new int[(int) size];
		for (int p = 0; p < mask.good().length; p++)
			if (mask.good()[p])
				cells[(int) ((ss.whole()[p] - along[0]) * columns + fs.whole()[p] - across[0])]++;
		return NEIGHBOURS * Arrays.stream(cells).max().orElse(0) * frames;
	}

	private static long[] range(Mask mask, int[] values) {
		long low = Integer.MAX_VALUE;
		long high = Integer.MIN_VALUE;
		for (int p = 0; p < values.length; p++)
			if (mask.good()[p]) {
				low = Math.min(low, values[p]);
				high = Math.max(high, values[p]);
			}
		return new long[] { low, high };
	}
}
