// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

class SearchGridTest {
	private static final int ROWS = 30;
	private static final int COLUMNS = 40;

	private static Mask inside() {
		return Mask.allGood(ROWS, COLUMNS).within(new Roi(4, 25, 6, 37));
	}

	@Test
	void reachesFromEdgeToEdgeOfWhatCounts() {
		Mask nodes = new SearchGrid(3, 4, false).nodes(inside());
		assertEquals(12, nodes.count());
		for (int i : new int[] { 4, 14, 24 })
			for (int j : new int[] { 6, 16, 26, 36 })
				assertTrue(nodes.isGood(i, j), i + " " + j);
	}

	@Test
	void aSinglePixelIsInTheMiddle() {
		assertTrue(new SearchGrid(1, 1, false).nodes(inside()).isGood(14, 21));
	}

	@Test
	void aGridFinerThanThePixelsIsAllOfThem() {
		assertEquals(inside().count(), new SearchGrid(100, 100, false).nodes(inside()).count());
	}

	@Test
	void badPixelsDoNotCount() {
		Mask mask = inside();
		mask.good()[14 * COLUMNS + 16] = false;
		Mask nodes = new SearchGrid(3, 4, false).nodes(mask);
		assertEquals(11, nodes.count());
		assertFalse(nodes.isGood(14, 16));
		mask.good()[14 * COLUMNS + 21] = false;
		String message = assertThrows(InvalidDataException.class, () -> new SearchGrid(1, 1, false).nodes(mask)).getMessage();
		assertTrue(message.contains("finer"), message);
	}

	/** Shifts that are bilinear in row and column come back whole; the map's own curvature is not touched. */
	@Test
	void bilinearShiftsAreExactAndTheMapKeepsItsStructure() {
		Mask mask = inside();
		PixelMap from = PixelMap.identity(ROWS, COLUMNS);
		for (int p = 0; p < from.ss().length; p++)
			from.ss()[p] += Math.sin(p * 0.37);
		PixelMap to = new PixelMap(ROWS, COLUMNS, from.ss().clone(), from.fs().clone());
		SearchGrid grid = new SearchGrid(3, 4, true);
		Mask nodes = grid.nodes(mask);
		for (int p = 0; p < nodes.good().length; p++)
			if (nodes.good()[p]) {
				to.ss()[p] += shift(p, 0.02);
				to.fs()[p] += shift(p, -0.03);
			}
		PixelMap found = grid.between(mask, from, to, nodes.good());
		for (int p = 0; p < from.ss().length; p++)
			if (mask.good()[p]) {
				assertEquals(from.ss()[p] + shift(p, 0.02), found.ss()[p], 1e-12);
				assertEquals(from.fs()[p] + shift(p, -0.03), found.fs()[p], 1e-12);
			}
	}

	private static double shift(int p, double slope) {
		double i = p / COLUMNS;
		double j = p % COLUMNS;
		return 1 + slope * i - 0.5 * slope * j + 0.001 * i * j;
	}

	@Test
	void unknownGridPixelsTakeTheShiftOfThoseAroundThem() {
		Mask mask = inside();
		PixelMap from = PixelMap.identity(ROWS, COLUMNS);
		double[] moved = from.ss().clone();
		Arrays.setAll(moved, p -> moved[p] + 2);
		SearchGrid grid = new SearchGrid(3, 4, true);
		boolean[] known = grid.nodes(mask).good().clone();
		known[14 * COLUMNS + 16] = false;
		known[4 * COLUMNS + 6] = false;
		PixelMap found = grid.between(mask, from, new PixelMap(ROWS, COLUMNS, moved, from.fs().clone()), known);
		for (int p = 0; p < moved.length; p++)
			assertEquals(moved[p], found.ss()[p], 1e-12);
	}
}
