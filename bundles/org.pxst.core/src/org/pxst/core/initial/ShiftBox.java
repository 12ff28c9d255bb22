// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/**
 * Part of a correlation: whole shifts {@code firstRow .. firstRow + rows - 1} by {@code firstColumn .. firstColumn + columns - 1}.
 *
 * @param firstRow    smallest shift along the slow scan axis
 * @param firstColumn smallest shift along the fast scan axis
 * @param rows        number of shifts along the slow scan axis
 * @param columns     number of shifts along the fast scan axis
 * @param values      flat
 */
record ShiftBox(int firstRow, int firstColumn, int rows, int columns, float[] values) {
	/**
	 * The shifts from 0 to the given ones, in whole pixels and one beyond, to interpolate between.
	 *
	 * @param reachSs farthest shift along the slow scan axis, of either sign
	 * @param reachFs farthest shift along the fast scan axis
	 */
	static ShiftBox reaching(double reachSs, double reachFs) {
		int firstRow = Math.min(0, (int) Math.floor(reachSs));
		int firstColumn = Math.min(0, (int) Math.floor(reachFs));
		int rows = Math.max(0, (int) Math.floor(reachSs)) + 2 - firstRow;
		int columns = Math.max(0, (int) Math.floor(reachFs)) + 2 - firstColumn;
		return new ShiftBox(firstRow, firstColumn, rows, columns, new float[rows * columns]);
	}

	/** Whether there are values all around a shift. */
	boolean contains(double s, double f) {
		return s >= firstRow && f >= firstColumn && s < firstRow + rows - 1 && f < firstColumn + columns - 1;
	}

	/** The value at a shift inside, interpolated bilinearly. */
	double at(double s, double f) {
		int i = (int) Math.floor(s);
		int j = (int) Math.floor(f);
		double a = s - i;
		double b = f - j;
		int k = (i - firstRow) * columns + j - firstColumn;
		return (1 - a) * ((1 - b) * values[k] + b * values[k + 1])
				+ a * ((1 - b) * values[k + columns] + b * values[k + columns + 1]);
	}
}
