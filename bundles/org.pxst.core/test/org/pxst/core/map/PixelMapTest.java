// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelMapTest {
	@Test
	void identityIsTheAddressOfThePixel() {
		PixelMap map = PixelMap.identity(3, 5);
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 5; j++) {
				assertEquals(i, map.ss()[i * 5 + j]);
				assertEquals(j, map.fs()[i * 5 + j]);
			}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1.02, 0.98", "-1, 2", "0, 0" })
	void linearHasTheSlopesAndStartsAtZero(double slopeSs, double slopeFs) {
		PixelMap map = PixelMap.linear(4, 6, slopeSs, slopeFs);
		assertEquals(0, map.ss()[0], 0);
		assertEquals(0, map.fs()[0], 0);
		for (int i = 0; i < 4; i++)
			for (int j = 0; j < 6; j++) {
				int p = i * 6 + j;
				if (i > 0) {
					assertEquals(slopeSs, map.ss()[p] - map.ss()[p - 6], 1e-14);
					assertEquals(0, map.fs()[p] - map.fs()[p - 6], 1e-14);
				}
				if (j > 0) {
					assertEquals(0, map.ss()[p] - map.ss()[p - 1], 1e-14);
					assertEquals(slopeFs, map.fs()[p] - map.fs()[p - 1], 1e-14);
				}
			}
	}

	@Test
	void identityIsLinearOfSlopeOne() {
		assertArrayEquals(PixelMap.identity(4, 3).ss(), PixelMap.linear(4, 3, 1, 1).ss());
		assertArrayEquals(PixelMap.identity(4, 3).fs(), PixelMap.linear(4, 3, 1, 1).fs());
	}

	@ParameterizedTest
	@CsvSource({ "6, 5", "5, 6", "0, 6", "7, 7" })
	void valuesMustFillTheShape(int ss, int fs) {
		assertThrows(IllegalArgumentException.class, () -> new PixelMap(2, 3, new double[ss], new double[fs]));
	}
}
