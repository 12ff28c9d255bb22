// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.PixelTranslations;

class CoverageTest {
	private static boolean[] all(PixelMap map) {
		boolean[] use = new boolean[map.rows() * map.columns()];
		Arrays.fill(use, true);
		return use;
	}

	@Test
	void framesThatOverlapCountTogether() {
		PixelMap map = PixelMap.identity(2, 3);
		PixelTranslations d = new PixelTranslations(new double[] { 0, 0 }, new double[] { 0, -2 });
		Image seen = new Coverage(map, all(map), d, new int[] { 0, 1 }).count(3, 6, 0, 0, new IMonitor.Stub());
		float none = Float.NaN;
		assertArrayEquals(new float[] { 1, 1, 2, 1, 1, none, 1, 1, 2, 1, 1, none, none, none, none, none, none, none },
				seen.values());
	}

	@Test
	void aPixelBetweenReferencePixelsIsSeenByAllAround() {
		PixelMap map = new PixelMap(1, 1, new double[] { 1.25 }, new double[] { 0.5 });
		Image seen = new Coverage(map, new boolean[] { true }, new PixelTranslations(new double[1], new double[1]), new int[] { 0 })
				.count(4, 3, 0, 0, new IMonitor.Stub());
		float none = Float.NaN;
		assertArrayEquals(new float[] { none, none, none, 1, 1, none, 1, 1, none, none, none, none }, seen.values());
	}

	@Test
	void framesAndPixelsThatAreNotUsedDoNotCount() {
		PixelMap map = PixelMap.identity(2, 2);
		PixelTranslations d = new PixelTranslations(new double[] { 0, Double.NaN }, new double[] { 0, Double.NaN });
		Image seen = new Coverage(map, new boolean[] { true, false, false, true }, d, new int[] { 0 }).count(2, 2, 0, 0,
				new IMonitor.Stub());
		assertArrayEquals(new float[] { 1, Float.NaN, Float.NaN, 1 }, seen.values());
	}

	@Test
	void agreesWithCountingEachFrameByItself() {
		Random random = new Random(3);
		int rows = 9;
		int columns = 11;
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		boolean[] use = new boolean[rows * columns];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = 0.8 * (p / columns) + random.nextDouble();
			fs[p] = 1.1 * (p % columns) + random.nextDouble();
			use[p] = random.nextDouble() > 0.2;
		}
		double[] dss = random.doubles(5, -4, 4).toArray();
		double[] dfs = random.doubles(5, -4, 4).toArray();
		int[] frames = { 0, 1, 3, 4 };
		Image seen = new Coverage(new PixelMap(rows, columns, ss, fs), use, new PixelTranslations(dss, dfs), frames).count(16, 22,
				4.3, 4.1, new IMonitor.Stub());
		boolean several = false;
		for (int i = 0; i < 16; i++)
			for (int j = 0; j < 22; j++) {
				int expected = 0;
				for (int n : frames) {
					boolean sees = false;
					for (int p = 0; p < ss.length; p++)
						sees |= use[p] && Math.abs(ss[p] - dss[n] + 4.3 - i) < 1 && Math.abs(fs[p] - dfs[n] + 4.1 - j) < 1;
					expected += sees ? 1 : 0;
				}
				several |= expected > 1;
				float found = seen.at(i, j);
				assertEquals(expected, Float.isNaN(found) ? 0 : found, 0, i + ", " + j);
			}
		assertTrue(several);
	}

	@Test
	void stopsWhenNobodyWaits() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		PixelMap map = PixelMap.identity(2, 2);
		Coverage coverage = new Coverage(map, all(map), new PixelTranslations(new double[1], new double[1]), new int[] { 0 });
		assertThrows(CancelledException.class, () -> coverage.count(2, 2, 0, 0, cancelled));
	}
}
