// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWindowTest {
	@Test
	void widthsCountBothSidesAndTheMiddle() {
		SearchWindow window = SearchWindow.around(2, 0);
		assertEquals(5, window.widthSs());
		assertEquals(1, window.widthFs());
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0", "2, -1, 0", "3, -1, 1", "10, -5, 4", "11, -5, 5", "254, -127, 126", "255, -127, 127" })
	void windowGoesFromTheFirstToTheLastShift(int width, int first, int last) {
		SearchWindow tall = new SearchWindow(width, 1);
		assertEquals(first, tall.firstSs());
		assertEquals(last, tall.lastSs());
		assertEquals(0, tall.firstFs());
		assertEquals(0, tall.lastFs());
		SearchWindow wide = new SearchWindow(4, width);
		assertEquals(first, wide.firstFs());
		assertEquals(last, wide.lastFs());
		assertEquals(4 * width, wide.shifts());
	}

	@ParameterizedTest
	@CsvSource({ "-5, 0, true", "4, 0, true", "0, -2, true", "0, 2, true", "3, -1, false", "-4, 1, false", "0, 0, false" })
	void edgeIsTheOutermostShifts(int ss, int fs, boolean isOnEdge) {
		assertEquals(isOnEdge, new SearchWindow(10, 5).isOnEdge(ss, fs));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0", "0, -1", "128, 0", "0, 128" })
	void halvesOutOfRangeAreRefused(int halfSs, int halfFs) {
		assertThrows(IllegalArgumentException.class, () -> SearchWindow.around(halfSs, halfFs));
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 0", "-3, 5", "256, 1", "1, 256" })
	void widthsOutOfRangeAreRefused(int widthSs, int widthFs) {
		assertThrows(IllegalArgumentException.class, () -> new SearchWindow(widthSs, widthFs));
	}

	@Test
	void shortestShiftsComeFirstThoseAsLongRowByRow() {
		assertArrayEquals(new int[] { 4, 1, 3, 5, 7, 0, 2, 6, 8 }, SearchWindow.around(1, 1).shortestFirst());
		assertArrayEquals(new int[] { 3, 1, 2, 5, 0, 4 }, new SearchWindow(3, 2).shortestFirst());
	}
}
