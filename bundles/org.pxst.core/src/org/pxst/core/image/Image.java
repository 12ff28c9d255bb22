// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.image;

import java.util.Arrays;

/**
 * A two-dimensional array of values: a whitefield, a reference image, an error map. NaN means "no value".
 *
 * @param rows    extent along the slow scan axis
 * @param columns extent along the fast scan axis
 * @param values  flat (ss, fs); not copied, must not be changed afterwards
 */
public record Image(int rows, int columns, float[] values) {
	/** Checks the shape. */
	public Image {
		if (values.length != rows * columns)
			throw new IllegalArgumentException(values.length + " values for an image of " + rows + " x " + columns);
	}

	/** An image with the same value everywhere. */
	public static Image constant(int rows, int columns, float value) {
		float[] values = new float[rows * columns];
		Arrays.fill(values, value);
		return new Image(rows, columns, values);
	}

	/** Value at (i, j) = (row, column). */
	public float at(int i, int j) {
		return values[i * columns + j];
	}
}
