// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

/**
 * The values of given ranks among many, medians for one, without sorting: the bits of a float, taken as a whole number, are
 * in the order of the floats, so two passes that count halves of them lead to the value.
 */
public final class OrderStatistic {
	private static final int HALF = 16;

	private OrderStatistic() {
	}

	/**
	 * The value that would be at an index if the values were sorted.
	 *
	 * @param values none of the first ones is NaN; left as they are
	 * @param count  how many of the values count, from the first on, at least 1
	 * @param rank   0 .. count - 1
	 * @throws IllegalArgumentException when there is no such rank
	 */
	public static float ofRank(float[] values, int count, int rank) {
		if (rank < 0 || rank >= count || count > values.length)
			throw new IllegalArgumentException("rank " + rank + " of " + count + " out of " + values.length + " values");
		int[] high = new int[1 << HALF];
		for (int k = 0; k < count; k++)
			high[key(values[k]) >>> HALF]++;
		int upper = 0;
		int left = rank;
		while (left >= high[upper])
			left -= high[upper++];
		int[] low = new int[1 << HALF];
		for (int k = 0; k < count; k++) {
			int key = key(values[k]);
			if (key >>> HALF == upper)
				low[key & (1 << HALF) - 1]++;
		}
		int lower = 0;
		while (left >= low[lower])
			left -= low[lower++];
		return value(upper << HALF | lower);
	}

	/** In the order of the floats when it is read as unsigned. */
	private static int key(float value) {
		int bits = Float.floatToRawIntBits(value);
		return bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
	}

	private static float value(int key) {
		return Float.intBitsToFloat(key < 0 ? key & Integer.MAX_VALUE : ~key);
	}
}
