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

	/** Value at (s, f); NaN outside and next to pixels without a value. */
	float at(double s, double f) {
		int i = (int) Math.floor(s);
		int j = (int) Math.floor(f);
		if (i < 0 || j < 0 || i >= rows - 1 || j >= columns - 1)
			return Float.NaN;
		float a = (float) (s - i);
		float b = (float) (f - j);
		int k = i * columns + j;
		float top = values[k] + b * (values[k + 1] - values[k]);
		float bottom = values[k + columns] + b * (values[k + columns + 1] - values[k + columns]);
		return top + a * (bottom - top);
	}
}
