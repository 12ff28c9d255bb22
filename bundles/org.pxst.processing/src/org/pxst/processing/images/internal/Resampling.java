// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

/**
 * Values of an array on another number of rows and columns: averages where it shrinks, repeated or interpolated values
 * where it grows. NaN is "no value": averages leave it out, interpolation does not reach over it.
 */
final class Resampling {
	/** From this magnification on pixels are shown as squares. */
	private static final int SQUARES = 3;

	private final double[] values;
	private final int rows;
	private final int columns;

	Resampling(double[] values, int rows, int columns) {
		this.values = values;
		this.rows = rows;
		this.columns = columns;
	}

	/** The values on so many rows and columns. */
	double[] to(int newRows, int newColumns) {
		double stepSs = (double) rows / newRows;
		double stepFs = (double) columns / newColumns;
		boolean squares = stepSs * SQUARES <= 1 || stepFs * SQUARES <= 1;
		double[] result = new double[newRows * newColumns];
		for (int i = 0; i < newRows; i++)
			for (int j = 0; j < newColumns; j++) {
				double value;
				if (stepSs > 1 || stepFs > 1)
					value = average((int) (i * stepSs), end(i, stepSs, rows), (int) (j * stepFs),
							end(j, stepFs, columns));
				else if (squares)
					value = values[(int) ((i + 0.5) * stepSs) * columns + (int) ((j + 0.5) * stepFs)];
				else
					value = interpolated((i + 0.5) * stepSs - 0.5, (j + 0.5) * stepFs - 0.5);
				result[i * newColumns + j] = value;
			}
		return result;
	}

	/** Source index after the last one that a target index covers. */
	private static int end(int index, double step, int limit) {
		return Math.min(limit, Math.max((int) (index * step) + 1, (int) ((index + 1) * step)));
	}

	private double average(int row0, int row1, int column0, int column1) {
		double sum = 0;
		int count = 0;
		for (int i = row0; i < row1; i++)
			for (int j = column0; j < column1; j++)
				if (Double.isFinite(values[i * columns + j])) {
					sum += values[i * columns + j];
					count++;
				}
		return count == 0 ? Double.NaN : sum / count;
	}

	private double interpolated(double row, double column) {
		double y = Math.max(0, Math.min(rows - 1.0, row));
		double x = Math.max(0, Math.min(columns - 1.0, column));
		int i = (int) y;
		int j = (int) x;
		int below = Math.min(i + 1, rows - 1);
		int right = Math.min(j + 1, columns - 1);
		double a = y - i;
		double b = x - j;
		double value = (1 - a) * ((1 - b) * values[i * columns + j] + b * values[i * columns + right])
				+ a * ((1 - b) * values[below * columns + j] + b * values[below * columns + right]);
		return Double.isFinite(value) ? value : values[(int) Math.round(y) * columns + (int) Math.round(x)];
	}
}
