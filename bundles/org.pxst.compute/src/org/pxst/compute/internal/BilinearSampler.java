// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.image.Image;

/**
 * Samples an image between its pixels (paper, equation 5). A sample has a value only when all four pixels around it have
 * one: a sample made of fewer would be another quantity in each frame.
 */
record BilinearSampler(int rows, int columns, float[] values) {
	static BilinearSampler of(Image image) {
		return new BilinearSampler(image.rows(), image.columns(), image.values());
	}

	/** Value at (i + s, j + f), s and f at least 0; NaN outside and next to pixels without a value. */
	float at(int i, float s, int j, float f) {
		int row = i + (int) s;
		int column = j + (int) f;
		if (row < 0 || column < 0 || row >= rows - 1 || column >= columns - 1)
			return Float.NaN;
		float a = s - (int) s;
		float b = f - (int) f;
		int k = row * columns + column;
		float top = values[k] + b * (values[k + 1] - values[k]);
		float bottom = values[k + columns] + b * (values[k + columns + 1] - values[k + columns]);
		return top + a * (bottom - top);
	}
}
