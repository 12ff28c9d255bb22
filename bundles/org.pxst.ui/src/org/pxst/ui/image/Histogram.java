// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * How many values of a picture lie in equal steps along a scale.
 *
 * @param scale  from the lower edge of the first bin to the upper edge of the last
 * @param counts of values in each bin
 */
record Histogram(ValueScale scale, int[] counts) {
	private static final int CHUNK = 4096;
	/** Room to both sides of the levels. */
	private static final double MARGIN = 0.2;

	/** Counts the values of a picture that lie in the range of a scale. */
	static Histogram of(float[] values, ValueScale scale, int bins) {
		int[] counts = new int[bins];
		int[] numbers = new int[CHUNK];
		for (int from = 0; from < values.length; from += CHUNK) {
			int count = Math.min(CHUNK, values.length - from);
			scale.sort(values, from, count, bins, false, numbers);
			for (int k = 0; k < count; k++)
				if (numbers[k] >= 0 && numbers[k] < bins)
					counts[numbers[k]]++;
		}
		return new Histogram(scale, counts);
	}

	/** The levels and something to both sides, as far as there are values. */
	static Levels range(ValueScale levels, Statistics statistics) {
		double low = levels.value(-MARGIN);
		double high = levels.value(1 + MARGIN);
		if (statistics.count() > 0) {
			double step = levels.value(-MARGIN / 4);
			low = Math.max(low, Math.min(step, statistics.percentile(0)));
			step = levels.value(1 + MARGIN / 4);
			high = Math.min(high, Math.max(step, statistics.percentile(100)));
		}
		return new Levels(low, high);
	}
}
