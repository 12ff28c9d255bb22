// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Mask;

class BlockSpreadTest {
	private static int[] rowsTimes(double slope, int rows, int columns) {
		int[] places = new int[rows * columns];
		for (int p = 0; p < places.length; p++)
			places[p] = (int) Math.floor(slope * (p / columns));
		return places;
	}

	@Test
	void theBlocksRowsWhereTheMapIsTheIdentity() {
		assertEquals(4, new BlockSpread(Mask.allGood(40, 64), 4, 32).enough(rowsTimes(1, 40, 64)));
	}

	@Test
	void moreWhereItIsSteeper() {
		assertEquals(7, new BlockSpread(Mask.allGood(40, 64), 4, 32).enough(rowsTimes(2, 40, 64)));
	}

	@Test
	void oneBlockInAHundredMayNeedMore() {
		int[] places = rowsTimes(1, 400, 128);
		places[0] = -1000;
		assertEquals(4, new BlockSpread(Mask.allGood(400, 128), 4, 32).enough(places));
	}

	@Test
	void badPixelsDoNotCount() {
		int[] places = rowsTimes(1, 8, 32);
		boolean[] good = new boolean[places.length];
		good[0] = true;
		places[33] = 700;
		assertEquals(1, new BlockSpread(new Mask(8, 32, good), 4, 32).enough(places));
		assertEquals(1, new BlockSpread(new Mask(8, 32, new boolean[places.length]), 4, 32).enough(places));
	}

	@Test
	void blocksThatStickOut() {
		assertEquals(4, new BlockSpread(Mask.allGood(6, 33), 4, 32).enough(rowsTimes(1, 6, 33)));
	}
}
