// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;

class OverRelaxationTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;

	private final PixelMap old = PixelMap.identity(ROWS, COLUMNS);

	private interface Step {
		double at(int i, int j);
	}

	private PixelMap moved(Step ss, Step fs) {
		double[] a = old.ss().clone();
		double[] b = old.fs().clone();
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++) {
				a[i * COLUMNS + j] += ss.at(i, j);
				b[i * COLUMNS + j] += fs.at(i, j);
			}
		return new PixelMap(ROWS, COLUMNS, a, b);
	}

	@Test
	void factorOneChangesNothing() {
		PixelMap to = moved((i, j) -> i * j, (i, j) -> j - i);
		PixelMap result = new OverRelaxation(1, 8).apply(old, to, Mask.allGood(ROWS, COLUMNS), MONITOR);
		assertArrayEquals(to.ss(), result.ss());
		assertArrayEquals(to.fs(), result.fs());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1.2, 1.7, 1.99 })
	void aCommonStepIsTakenFurtherByTheFactor(double factor) {
		PixelMap result = new OverRelaxation(factor, 8).apply(old, moved((i, j) -> 0.5, (i, j) -> -2),
				Mask.allGood(ROWS, COLUMNS), MONITOR);
		for (int p = 0; p < ROWS * COLUMNS; p++) {
			assertEquals(old.ss()[p] + 0.5 * factor, result.ss()[p], 1e-12);
			assertEquals(old.fs()[p] - 2 * factor, result.fs()[p], 1e-12);
		}
	}

	@Test
	void noiseIsLeftAsItIs() {
		Random random = new Random(1);
		PixelMap to = moved((i, j) -> random.nextGaussian(), (i, j) -> random.nextGaussian());
		PixelMap result = new OverRelaxation(1.7, 8).apply(old, to, Mask.allGood(ROWS, COLUMNS), MONITOR);
		double added = 0;
		for (int p = 0; p < ROWS * COLUMNS; p++)
			added += Math.pow(result.ss()[p] - to.ss()[p], 2) / (ROWS * COLUMNS);
		assertTrue(Math.sqrt(added) < 0.1, "added " + Math.sqrt(added) + " to noise of 1");
	}

	@Test
	void pixelsThatDoNotCountDoNotMatter() {
		boolean[] good = Mask.allGood(ROWS, COLUMNS).good();
		good[5 * COLUMNS + 7] = false;
		PixelMap to = moved((i, j) -> i == 5 && j == 7 ? Double.NaN : 1, (i, j) -> i == 5 && j == 7 ? 1e6 : 1);
		PixelMap result = new OverRelaxation(1.5, 8).apply(old, to, new Mask(ROWS, COLUMNS, good), MONITOR);
		for (int p = 0; p < good.length; p++)
			if (good[p]) {
				assertEquals(old.ss()[p] + 1.5, result.ss()[p], 1e-12);
				assertEquals(old.fs()[p] + 1.5, result.fs()[p], 1e-12);
			}
	}

	@Test
	void beyondReachTheNewMapStays() {
		boolean[] good = new boolean[ROWS * COLUMNS];
		good[0] = true;
		PixelMap to = moved((i, j) -> 3, (i, j) -> 3);
		PixelMap result = new OverRelaxation(1.5, 2).apply(old, to, new Mask(ROWS, COLUMNS, good), MONITOR);
		int last = ROWS * COLUMNS - 1;
		assertEquals(to.ss()[last], result.ss()[last]);
		assertEquals(to.ss()[0] + 1.5, result.ss()[0], 1e-12);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.99, 2, 3, Double.NaN })
	void factorsThatWouldNotConvergeAreRefused(double factor) {
		assertThrows(IllegalArgumentException.class, () -> new OverRelaxation(factor, 8));
	}

	@Test
	void stopsBetweenItsAverages() {
		PixelMap to = moved((i, j) -> 0.5, (i, j) -> -2);
		CountedPolls.assertStopsBetween(3,
				monitor -> new OverRelaxation(1.7, 8).apply(old, to, Mask.allGood(ROWS, COLUMNS), monitor));
	}
}
