// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * Means of a whitefield over its good, finite pixels.
 *
 * @param alongSs mean of each row, NaN for a row without such pixels
 * @param alongFs mean of each column
 */
public record Projections(double[] alongSs, double[] alongFs) {
	/**
	 * Each row is averaged over the columns of a region, each column over its rows.
	 *
	 * @param whitefield shape (M, L)
	 * @param mask       good pixels, shape (M, L)
	 * @param over       the region; {@link Roi#full} for whole rows and columns
	 */
	public static Projections of(Image whitefield, Mask mask, Roi over) {
		double[] ss = new double[whitefield.rows()];
		double[] fs = new double[whitefield.columns()];
		int[] countSs = new int[ss.length];
		int[] countFs = new int[fs.length];
		for (int i = 0; i < ss.length; i++)
			for (int j = 0; j < fs.length; j++) {
				float value = whitefield.at(i, j);
				if (!mask.isGood(i, j) || !Float.isFinite(value))
					continue;
				if (j >= over.fs0() && j < over.fs1()) {
					ss[i] += value;
					countSs[i]++;
				}
				if (i >= over.ss0() && i < over.ss1()) {
					fs[j] += value;
					countFs[j]++;
				}
			}
		return new Projections(means(ss, countSs), means(fs, countFs));
	}

	private static double[] means(double[] sums, int[] counts) {
		for (int k = 0; k < sums.length; k++)
			sums[k] = counts[k] == 0 ? Double.NaN : sums[k] / counts[k];
		return sums;
	}
}
