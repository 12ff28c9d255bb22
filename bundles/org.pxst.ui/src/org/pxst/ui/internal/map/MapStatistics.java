// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

/**
 * Numbers that sum up values.
 *
 * @param count how many there are
 * @param rms   root of their mean square, NaN when there are none
 * @param min   the smallest
 * @param max   the largest
 */
public record MapStatistics(int count, double rms, double min, double max) {
	/** Of all values that are not NaN. */
	public static MapStatistics of(float[] values) {
		int count = 0;
		double squares = 0;
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (float value : values)
			if (!Float.isNaN(value)) {
				count++;
				squares += (double) value * value;
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
		return count == 0 ? new MapStatistics(0, Double.NaN, Double.NaN, Double.NaN)
				: new MapStatistics(count, Math.sqrt(squares / count), min, max);
	}
}
