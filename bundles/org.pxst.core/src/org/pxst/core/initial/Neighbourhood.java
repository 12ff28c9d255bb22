// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * What is usual around a pixel, itself and bad pixels left out.
 *
 * @param pixels               number of pixels it is taken from
 * @param mean                 median of the means; 0 when there are no pixels
 * @param variance             median of the variances
 * @param relativeVariance     median over the lit ones of variance / mean^2; 0 when there are fewer than three
 * @param darkest              smallest mean of the next pixels; infinite when there are none
 * @param brightest            largest mean of the next pixels
 * @param mostRelativeVariance largest over the lit ones of the next pixels; infinite when there are none
 */
record Neighbourhood(int pixels, double mean, double variance, double relativeVariance, double darkest, double brightest,
		double mostRelativeVariance) {
	/** Over 5 x 5 pixels, the next ones being 3 x 3. */
	static Neighbourhood close(Image means, Image variances, Mask usable, int i, int j, double lit) {
		return of(means, variances, usable, i, j, 2, 1, lit);
	}

	/** Over 9 x 9 pixels, the next ones being 5 x 5. */
	static Neighbourhood wide(Image means, Image variances, Mask usable, int i, int j, double lit) {
		return of(means, variances, usable, i, j, 4, 2, lit);
	}

	private static Neighbourhood of(Image means, Image variances, Mask usable, int i, int j, int reach, int next,
			double lit) {
		int most = (2 * reach + 1) * (2 * reach + 1);
		float[] m = new float[most];
		float[] v = new float[most];
		float[] r = new float[most];
		int n = 0;
		int bright = 0;
		double least = Double.POSITIVE_INFINITY;
		double largest = 0;
		double mostRelative = 0;
		for (int a = Math.max(0, i - reach); a <= Math.min(means.rows() - 1, i + reach); a++)
			for (int b = Math.max(0, j - reach); b <= Math.min(means.columns() - 1, j + reach); b++) {
				if (a == i && b == j || !usable.isGood(a, b))
					continue;
				m[n] = means.at(a, b);
				v[n] = variances.at(a, b);
				boolean isNext = Math.abs(a - i) <= next && Math.abs(b - j) <= next;
				if (isNext) {
					least = Math.min(least, m[n]);
					largest = Math.max(largest, m[n]);
				}
				if (m[n] > lit && v[n] > 0) {
					r[bright] = v[n] / (m[n] * m[n]);
					if (isNext)
						mostRelative = Math.max(mostRelative, r[bright]);
					bright++;
				}
				n++;
			}
		return new Neighbourhood(n, median(m, n), median(v, n), bright < 3 ? 0 : median(r, bright), least, largest,
				mostRelative > 0 ? mostRelative : Double.POSITIVE_INFINITY);
	}

	private static double median(float[] values, int n) {
		Arrays.sort(values, 0, n);
		return n == 0 ? 0 : values[n / 2];
	}
}
