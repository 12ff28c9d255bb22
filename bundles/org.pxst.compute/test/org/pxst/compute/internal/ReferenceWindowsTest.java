// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

class ReferenceWindowsTest {
	private static final int ROWS = 9;
	private static final int COLUMNS = 11;

	private static Image image() {
		Random random = new Random(2);
		float[] values = new float[ROWS * COLUMNS];
		for (int k = 0; k < values.length; k++)
			values[k] = k == 3 || k == 70 ? Float.NaN : random.nextFloat();
		return new Image(ROWS, COLUMNS, values);
	}

	@ParameterizedTest
	@CsvSource({ "3, 4, true", "3, 4, false", "1, 1, true", "1, 1, false", "9, 2, true", "2, 11, false", "10, 12, true",
			"10, 12, false" })
	void windowsAreTheirPixelsColumnByColumn(int height, int width, boolean inOnePiece) {
		Image image = image();
		ReferenceWindows windows = new ReferenceWindows(image, new SearchWindow(height, width), inOnePiece);
		int valid = 0;
		for (int top = -2; top < ROWS + 2; top++)
			for (int left = -2; left < COLUMNS + 2; left++) {
				float[] expected = new float[height * width];
				boolean whole = true;
				for (int b = 0; b < width; b++)
					for (int a = 0; a < height; a++) {
						boolean inside = top + a >= 0 && top + a < ROWS && left + b >= 0 && left + b < COLUMNS;
						expected[b * height + a] = inside ? image.at(top + a, left + b) : Float.NaN;
						whole &= !Float.isNaN(expected[b * height + a]);
					}
				assertEquals(whole, windows.isValid(top, left), "window at " + top + ", " + left);
				if (!whole)
					continue;
				float[] target = new float[height * width];
				windows.copy(top * COLUMNS + left, target);
				assertArrayEquals(expected, target);
				valid++;
			}
		assertEquals(height <= ROWS && width <= COLUMNS, valid > 0);
	}

	@ParameterizedTest
	@CsvSource({ "2147483647, 0", "-2147483648, 0", "0, 2147483647", "0, -2147483648" })
	void windowsFarOutsideAreNotValid(int top, int left) {
		assertFalse(ReferenceWindows.of(image(), new SearchWindow(2, 2)).isValid(top, left));
		assertTrue(ReferenceWindows.of(image(), new SearchWindow(2, 2)).isValid(0, 0));
	}
}
