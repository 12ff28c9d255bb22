// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {
	@Test
	void rowsAreTheSlowAxis() {
		Image image = new Image(2, 3, new float[] { 0, 1, 2, 10, 11, 12 });
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 3; j++)
				assertEquals(10 * i + j, image.at(i, j));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1, 0", "3, 5, -2.5", "7, 2, NaN" })
	void constantImageIsTheSameEverywhere(int rows, int columns, float value) {
		Image image = Image.constant(rows, columns, value);
		assertEquals(rows, image.rows());
		assertEquals(columns, image.columns());
		assertEquals(rows * columns, image.values().length);
		for (float v : image.values())
			assertEquals(value, v);
	}

	@ParameterizedTest
	@CsvSource({ "2, 3, 5", "2, 3, 7", "0, 3, 1", "1, 1, 0" })
	void valuesMustFillTheShape(int rows, int columns, int length) {
		float[] values = new float[length];
		assertThrows(IllegalArgumentException.class, () -> new Image(rows, columns, values));
	}
}
