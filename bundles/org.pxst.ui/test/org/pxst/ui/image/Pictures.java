// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.function.DoubleBinaryOperator;

/** Pictures for tests. */
final class Pictures {
	private Pictures() {
	}

	static Picture of(int rows, int columns, float... values) {
		return of(Picture.Colours.SEQUENTIAL, "counts", rows, columns, values);
	}

	static Picture of(Picture.Colours colours, String unit, int rows, int columns, float... values) {
		return new Picture("Test picture", rows, columns, values, new Picture.Axis("slow scan axis", "m", 0, 1e-6),
				new Picture.Axis("fast scan axis", "m", 0, 1e-6), "signal", unit, colours);
	}

	static Picture made(int rows, int columns, DoubleBinaryOperator value) {
		float[] values = new float[rows * columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				values[i * columns + j] = (float) value.applyAsDouble(i, j);
		return of(rows, columns, values);
	}
}
