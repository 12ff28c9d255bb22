// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

/**
 * The wave in the plane of the focus, complex, with the optical axis at (rows / 2, columns / 2).
 *
 * @param rows    2 M
 * @param columns 2 L
 * @param values  real and imaginary parts in turn, flat (ss, fs, 2); the squares of their sizes sum to the counts of the
 *                whitefield; not copied, must not be changed afterwards
 * @param voxelSs size of a value's cell along the slow scan axis, m
 * @param voxelFs size along the fast scan axis, m
 */
public record FocusedProbe(int rows, int columns, double[] values, double voxelSs, double voxelFs) {
	/** Checks the shape. */
	public FocusedProbe {
		if (values.length != 2 * rows * columns)
			throw new IllegalArgumentException(
					values.length + " values for a complex image of " + rows + " x " + columns);
	}

	/** Real part at (i, j). */
	public double real(int i, int j) {
		return values[2 * (i * columns + j)];
	}

	/** Imaginary part at (i, j). */
	public double imaginary(int i, int j) {
		return values[2 * (i * columns + j) + 1];
	}

	/** Counts in the cell at (i, j). */
	public double intensity(int i, int j) {
		return real(i, j) * real(i, j) + imaginary(i, j) * imaginary(i, j);
	}
}
