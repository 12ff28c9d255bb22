// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * Which detector pixels count. <b>true = good</b> (CXI's own detector mask is the opposite and is turned on load).
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param good    flat (ss, fs); not copied, must not be changed afterwards
 */
public record Mask(int rows, int columns, boolean[] good) {
	/** Checks the shape. */
	public Mask {
		if (good.length != rows * columns)
			throw new IllegalArgumentException(good.length + " mask values for a frame of " + rows + " x " + columns);
	}

	/** All pixels good. */
	public static Mask allGood(int rows, int columns) {
		boolean[] good = new boolean[rows * columns];
		java.util.Arrays.fill(good, true);
		return new Mask(rows, columns, good);
	}

	/** Whether pixel (i, j) = (row, column) is good. */
	public boolean isGood(int i, int j) {
		return good[i * columns + j];
	}

	/** Number of good pixels. */
	public int count() {
		int n = 0;
		for (boolean g : good)
			if (g)
				n++;
		return n;
	}

	/** Pixels that are good in both masks. */
	public Mask and(Mask other) {
		if (other.rows != rows || other.columns != columns)
			throw new IllegalArgumentException("masks of " + rows + " x " + columns + " and " + other.rows + " x " + other.columns);
		boolean[] both = new boolean[good.length];
		for (int k = 0; k < both.length; k++)
			both[k] = good[k] && other.good[k];
		return new Mask(rows, columns, both);
	}

	/** Good pixels inside the region only. */
	public Mask within(Roi roi) {
		boolean[] inside = new boolean[good.length];
		for (int i = roi.ss0(); i < roi.ss1(); i++)
			for (int j = roi.fs0(); j < roi.fs1(); j++)
				inside[i * columns + j] = good[i * columns + j];
		return new Mask(rows, columns, inside);
	}
}
