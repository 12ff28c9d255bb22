// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

/**
 * guess_roi (paper, section 4.1): the rectangle that holds most of the light in little area. Along each axis it minimises
 * {@code 4 (1 - light inside / all light) + length inside / whole length}.
 * <p>
 * Deviation from the 2020 suite, on purpose: the rows that are counted are the rows that are returned (the suite is off by
 * one), and the best interval is found in one pass instead of over all pairs.
 */
public final class GuessRoi {
	private static final double LIGHT_WEIGHT = 4;

	/**
	 * @param light whitefield, or any weight of the pixels; what is not finite or below 0 counts as 0; shape (M, L)
	 * @throws IllegalArgumentException when there is no light at all
	 */
	public Roi apply(Image light) {
		double[] alongSs = new double[light.rows()];
		double[] alongFs = new double[light.columns()];
		double all = 0;
		for (int i = 0; i < light.rows(); i++)
			for (int j = 0; j < light.columns(); j++) {
				float value = light.at(i, j);
				if (!(value > 0) || Float.isInfinite(value))
					continue;
				alongSs[i] += value;
				alongFs[j] += value;
				all += value;
			}
		if (!(all > 0))
			throw new IllegalArgumentException("the whitefield is zero everywhere");
		int[] ss = best(alongSs, all);
		int[] fs = best(alongFs, all);
		return new Roi(ss[0], ss[1], fs[0], fs[1]);
	}

	/** The interval with the largest sum of (4 light / all light - 1 / length); the first of equal ones. */
	private static int[] best(double[] light, double all) {
		int[] interval = { 0, 1 };
		double largest = Double.NEGATIVE_INFINITY;
		double sum = 0;
		int start = 0;
		for (int k = 0; k < light.length; k++) {
			if (sum < 0) {
				sum = 0;
				start = k;
			}
			sum += LIGHT_WEIGHT * light[k] / all - 1.0 / light.length;
			if (sum > largest) {
				largest = sum;
				interval = new int[] { start, k + 1 };
			}
		}
		return interval;
	}
}
