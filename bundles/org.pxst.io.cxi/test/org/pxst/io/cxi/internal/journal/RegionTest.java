// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Regions against a map of single bytes. */
class RegionTest {
	private static final int LENGTH = 60;

	@Test
	void asByteByByte() {
		Random random = new Random(1);
		for (int round = 0; round < 500; round++) {
			boolean[] covered = new boolean[LENGTH];
			List<Region> regions = new ArrayList<>();
			for (int k = random.nextInt(6); k > 0; k--) {
				int start = random.nextInt(LENGTH);
				int end = start + 1 + random.nextInt(Math.min(12, LENGTH - start));
				regions.add(new Region(start, end));
				for (int at = start; at < end; at++)
					covered[at] = true;
			}
			List<Region> merged = Region.merged(regions);
			boolean[] rest = new boolean[LENGTH];
			for (Region region : Region.between(merged, LENGTH))
				for (long at = region.start(); at < region.end(); at++)
					rest[(int) at] = true;
			for (int from = 0; from < LENGTH; from++) {
				assertEquals(!covered[from], rest[from]);
				boolean all = true;
				for (int to = from + 1; to <= LENGTH; to++) {
					all &= covered[to - 1];
					assertEquals(all, Region.anyContains(merged, from, to));
				}
			}
		}
	}
}
