// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Arrays;

/**
 * Exact order statistics of the finite ones among many floats, in two passes without sorting: floats are counted by their
 * upper 16 bits, then those of one bin by their lower 16. Not for several threads.
 */
final class Statistics {
	private static final int BINS = 1 << 16;
	private static final int ZERO = 0x8000;

	private final float[] values;
	private final int[] bins = new int[BINS];
	private final int[] lower = new int[BINS];
	private int count;
	private int positives;
	private float least = Float.POSITIVE_INFINITY;
	private float most = Float.NEGATIVE_INFINITY;

	/** @param values not copied */
	Statistics(float[] values) {
		this.values = values;
		for (float value : values)
			if (value - value == 0) {
				bins[sortable(value) >>> 16]++;
				least = Math.min(least, value);
				most = Math.max(most, value);
			}
		for (int k = 0; k < BINS; k++) {
			count += bins[k];
			if (k >= ZERO)
				positives += bins[k];
		}
		// +0 is no positive number
		positives -= bins[ZERO] > 0 ? zeros() : 0;
	}

	private int zeros() {
		int zeros = 0;
		for (float value : values)
			if (Float.floatToRawIntBits(value) == 0)
				zeros++;
		return zeros;
	}

	/** Larger for larger floats, as an unsigned number. */
	private static int sortable(float value) {
		int bits = Float.floatToRawIntBits(value);
		return bits ^ (bits >> 31 | 0x80000000);
	}

	private static float fromSortable(int key) {
		return Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
	}

	/** How many are finite. */
	int count() {
		return count;
	}

	/** How many are &gt; 0. */
	int positives() {
		return positives;
	}

	/**
	 * A percentile of the finite values.
	 *
	 * @param percent 0 .. 100
	 * @return the value of the nearest rank; NaN when there is none
	 */
	double percentile(double percent) {
		return count == 0 ? Double.NaN : ranked((int) Math.round(percent / 100 * (count - 1)));
	}

	/** The same of those &gt; 0. */
	double positivePercentile(double percent) {
		return positives == 0 ? Double.NaN
				: ranked(count - positives + (int) Math.round(percent / 100 * (positives - 1)));
	}

	/** The value that has so many smaller ones. */
	private double ranked(int rank) {
		if (rank == 0)
			return least;
		if (rank == count - 1)
			return most;
		int bin = 0;
		int before = 0;
		while (before + bins[bin] <= rank)
			before += bins[bin++];
		Arrays.fill(lower, 0);
		for (float value : values) {
			int key = sortable(value);
			if (key >>> 16 == bin && value - value == 0)
				lower[key & 0xffff]++;
		}
		int low = 0;
		while (before + lower[low] <= rank)
			before += lower[low++];
		return fromSortable(bin << 16 | low);
	}
}
