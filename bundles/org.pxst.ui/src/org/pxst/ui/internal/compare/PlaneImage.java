// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.Optional;

import org.pxst.core.scan.Roi;

/**
 * An image with its place in a plane: pixel (i, j) is at ((i - originSs) stepSs, (j - originFs) stepFs).
 *
 * @param rows     extent along the slow scan axis
 * @param columns  extent along the fast scan axis
 * @param values   flat (ss, fs), NaN where there is none
 * @param originSs row of the plane's origin, also between pixels
 * @param originFs column of the plane's origin
 * @param stepSs   distance of rows in the unit, &gt; 0
 * @param stepFs   distance of columns in the unit, &gt; 0
 * @param unit     "m", or "px" where lengths are not known
 */
record PlaneImage(int rows, int columns, float[] values, double originSs, double originFs, double stepSs, double stepFs,
		String unit) {
	/** The smallest part with all values; empty when there are none. */
	Optional<Roi> known() {
		int ss0 = rows;
		int ss1 = 0;
		int fs0 = columns;
		int fs1 = 0;
		for (int p = 0; p < values.length; p++)
			if (!Float.isNaN(values[p])) {
				ss0 = Math.min(ss0, p / columns);
				ss1 = p / columns + 1;
				fs0 = Math.min(fs0, p % columns);
				fs1 = Math.max(fs1, p % columns + 1);
			}
		return ss1 == 0 ? Optional.empty() : Optional.of(new Roi(ss0, ss1, fs0, fs1));
	}

	/**
	 * The value at a place between pixels: linear between neighbours, NaN where a neighbour that counts has none.
	 *
	 * @param row    also outside
	 * @param column also outside
	 */
	float at(double row, double column) {
		int i = (int) Math.floor(row);
		int j = (int) Math.floor(column);
		double di = row - i;
		double dj = column - j;
		return (float) (term(i, j, (1 - di) * (1 - dj)) + term(i, j + 1, (1 - di) * dj) + term(i + 1, j, di * (1 - dj))
				+ term(i + 1, j + 1, di * dj));
	}

	private double term(int i, int j, double weight) {
		if (weight == 0)
			return 0;
		return i < 0 || j < 0 || i >= rows || j >= columns ? Double.NaN : weight * values[i * columns + j];
	}
}
