// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * Region of interest of the detector, half open: rows ss0 .. ss1 - 1 and columns fs0 .. fs1 - 1. Stored in files as the
 * four integers ss0, ss1, fs0, fs1.
 *
 * @param ss0 first row
 * @param ss1 row after the last
 * @param fs0 first column
 * @param fs1 column after the last
 */
public record Roi(int ss0, int ss1, int fs0, int fs1) {
	/** Checks that the region holds at least one pixel. */
	public Roi {
		if (ss0 < 0 || fs0 < 0 || ss1 <= ss0 || fs1 <= fs0)
			throw new IllegalArgumentException(
					"empty or negative region of interest: rows " + ss0 + ":" + ss1 + ", columns " + fs0 + ":" + fs1);
	}

	/** The whole frame. */
	public static Roi full(int rows, int columns) {
		return new Roi(0, rows, 0, columns);
	}

	/** Number of rows. */
	public int rows() {
		return ss1 - ss0;
	}

	/** Number of columns. */
	public int columns() {
		return fs1 - fs0;
	}

	/** Whether the region lies inside a frame of this shape. */
	public boolean isInside(int frameRows, int frameColumns) {
		return ss1 <= frameRows && fs1 <= frameColumns;
	}

	/** Whether pixel (i, j) = (row, column) is in the region. */
	public boolean contains(int i, int j) {
		return i >= ss0 && i < ss1 && j >= fs0 && j < fs1;
	}
}
