// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SolidPartTest {
	private static byte[] whole(int rows, int columns) {
		byte[] windows = new byte[rows * columns];
		Arrays.fill(windows, WindowMap.WHOLLY);
		return windows;
	}

	@Test
	void allOfAWholeImage() {
		assertEquals(new SolidPart(0, 4, 0, 6), SolidPart.of(whole(5, 7), 5, 7));
	}

	@Test
	void allButTheRim() {
		byte[] windows = new byte[6 * 9];
		for (int i = 1; i < 4; i++)
			for (int j = 2; j < 9; j++)
				windows[i * 9 + j] = WindowMap.WHOLLY;
		assertEquals(new SolidPart(1, 3, 2, 8), SolidPart.of(windows, 6, 9));
	}

	@Test
	void aHoleNearASideCostsThatSide() {
		byte[] windows = whole(20, 30);
		windows[18 * 30 + 12] = 1;
		assertEquals(new SolidPart(0, 17, 0, 29), SolidPart.of(windows, 20, 30));
	}

	@Test
	void noneOfAnEmptyImage() {
		SolidPart none = SolidPart.of(new byte[12], 3, 4);
		assertTrue(none.firstRow() > none.lastRow() && none.firstColumn() > none.lastColumn(), none.toString());
	}

	@Test
	void neverHasAHole() {
		Random random = new Random(5);
		for (int trial = 0; trial < 100; trial++) {
			byte[] windows = whole(11, 13);
			for (int hole = 0; hole < trial % 7; hole++)
				windows[random.nextInt(windows.length)] = 0;
			SolidPart solid = SolidPart.of(windows, 11, 13);
			for (int i = solid.firstRow(); i <= solid.lastRow(); i++)
				for (int j = solid.firstColumn(); j <= solid.lastColumn(); j++)
					assertEquals(WindowMap.WHOLLY, windows[i * 13 + j]);
		}
	}
}
