// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.function.IntPredicate;

import org.pxst.core.scan.Roi;

/** The part of an array that is worth a picture. */
final class Region {
	private Region() {
	}

	/** The smallest region with all pixels for which something holds; everything when there is none. */
	static Roi where(int rows, int columns, IntPredicate holds) {
		int ss0 = rows;
		int ss1 = 0;
		int fs0 = columns;
		int fs1 = 0;
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				if (holds.test(i * columns + j)) {
					ss0 = Math.min(ss0, i);
					ss1 = i + 1;
					fs0 = Math.min(fs0, j);
					fs1 = Math.max(fs1, j + 1);
				}
		return ss1 == 0 ? Roi.full(rows, columns) : new Roi(ss0, ss1, fs0, fs1);
	}

	/** The smallest region with all values. */
	static Roi known(int rows, int columns, double[] values) {
		return where(rows, columns, k -> !Double.isNaN(values[k]));
	}
}
