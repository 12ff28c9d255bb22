// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Arrays;

/**
 * Middle and width of a distribution that a few stray values do not change. Of an even number of values the upper one of the
 * two in the middle counts.
 *
 * @param median   of the values
 * @param distance median of their distances from it
 */
public record RobustSpread(double median, double distance) {
	/** Standard deviation of a normal distribution over the median distance from its middle. */
	private static final double SIGMA_PER_DISTANCE = 1.482602218505602;

	/**
	 * @param values not changed; no NaN among the first {@code count}
	 * @param count  how many of them count, at least 1
	 */
	public static RobustSpread of(float[] values, int count) {
		float median = OrderStatistic.ofRank(values, count, count / 2);
		float[] distances = new float[count];
		for (int k = 0; k < count; k++)
			distances[k] = Math.abs(values[k] - median);
		return new RobustSpread(median, OrderStatistic.ofRank(distances, count, count / 2));
	}

	/** @param values at least one; no NaN; not changed */
	public static RobustSpread of(double[] values) {
		double median = middle(values.clone());
		return new RobustSpread(median, middle(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray()));
	}

	private static double middle(double[] values) {
		Arrays.sort(values);
		return values[values.length / 2];
	}

	/** Standard deviation of the normal distribution that is as wide. */
	public double sigma() {
		return SIGMA_PER_DISTANCE * distance;
	}
}
