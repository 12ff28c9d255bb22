// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.scan.Mask;

class GoodPixelsTest {
	@Test
	void listsGoodPixelsInRowMajorOrder() {
		GoodPixels pixels = GoodPixels.of(new Mask(2, 3, new boolean[] { false, true, true, false, false, true }));
		assertArrayEquals(new int[] { 1, 2, 5 }, pixels.index());
		assertEquals(3, pixels.count());
	}

	@Test
	void maskThatKillsEverythingLeavesNone() {
		GoodPixels pixels = GoodPixels.of(new Mask(2, 3, new boolean[6]));
		assertEquals(0, pixels.count());
		assertEquals(0, pixels.pieces(256));
	}

	@ParameterizedTest
	@CsvSource({ "1, 4, 1", "4, 4, 1", "5, 4, 2", "8, 4, 2", "9, 4, 3", "9, 1, 9" })
	void piecesHoldAllPixels(int count, int size, int pieces) {
		assertEquals(pieces, GoodPixels.of(Mask.allGood(1, count)).pieces(size));
	}
}
