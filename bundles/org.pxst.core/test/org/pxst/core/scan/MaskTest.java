// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
	private static final int ROWS = 9;
	private static final int COLUMNS = 14;

	private static Mask random(long seed, double part) {
		Random random = new Random(seed);
		boolean[] good = new boolean[ROWS * COLUMNS];
		for (int p = 0; p < good.length; p++)
			good[p] = random.nextDouble() < part;
		return new Mask(ROWS, COLUMNS, good);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "3, 5", "516, 2" })
	void allGoodCountsEveryPixel(int rows, int columns) {
		assertEquals(rows * columns, Mask.allGood(rows, columns).count());
	}

	@Test
	void trueIsGoodAndRowsAreTheSlowAxis() {
		boolean[] good = new boolean[6];
		good[4] = true;
		Mask mask = new Mask(2, 3, good);
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 3; j++)
				assertEquals(i == 1 && j == 1, mask.isGood(i, j));
		assertEquals(1, mask.count());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void andIsSymmetricIdempotentAndBoundedByBoth(long seed) {
		Mask a = random(seed, 0.7);
		Mask b = random(seed + 100, 0.4);
		Mask both = a.and(b);
		assertArrayEquals(both.good(), b.and(a).good());
		assertArrayEquals(both.good(), both.and(a).good());
		assertArrayEquals(a.good(), a.and(Mask.allGood(ROWS, COLUMNS)).good());
		// inclusion and exclusion: |a| + |b| = |a or b| + |a and b|
		int either = 0;
		for (int p = 0; p < both.good().length; p++)
			either += a.good()[p] || b.good()[p] ? 1 : 0;
		assertEquals(a.count() + b.count(), either + both.count());
	}

	@ParameterizedTest
	@CsvSource({ "0, 9, 0, 14", "2, 5, 3, 4", "8, 9, 13, 14", "0, 1, 0, 14" })
	void withinKeepsTheRegionOnly(int ss0, int ss1, int fs0, int fs1) {
		Roi roi = new Roi(ss0, ss1, fs0, fs1);
		assertEquals(roi.rows() * roi.columns(), Mask.allGood(ROWS, COLUMNS).within(roi).count());
		Mask mask = random(7, 0.6);
		Mask inside = mask.within(roi);
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++)
				assertEquals(mask.isGood(i, j) && roi.contains(i, j), inside.isGood(i, j));
	}

	@Test
	void combiningLeavesTheOriginalsAlone() {
		Mask a = random(1, 0.5);
		boolean[] before = a.good().clone();
		a.and(random(2, 0.5));
		a.within(new Roi(0, 2, 0, 2));
		assertArrayEquals(before, a.good());
	}

	@Test
	void wrongShapesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Mask(2, 3, new boolean[5]));
		Mask mask = Mask.allGood(2, 3);
		Mask turned = Mask.allGood(3, 2);
		String message = assertThrows(IllegalArgumentException.class, () -> mask.and(turned)).getMessage();
		assertTrue(message.contains("2 x 3") && message.contains("3 x 2"), message);
	}
}
