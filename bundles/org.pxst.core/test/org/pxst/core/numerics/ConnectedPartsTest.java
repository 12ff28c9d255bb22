// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConnectedPartsTest {
	/** Pairs between equal letters next to each other; a point is no pixel of anything. */
	private static ConnectedParts of(String... rows) {
		int columns = rows[0].length();
		String all = String.join("", rows);
		double[] ss = new double[all.length()];
		double[] fs = new double[all.length()];
		for (int p = 0; p < ss.length; p++) {
			if (all.charAt(p) == '.')
				continue;
			if (p + columns < ss.length && all.charAt(p + columns) == all.charAt(p))
				ss[p] = 1;
			if (p % columns < columns - 1 && all.charAt(p + 1) == all.charAt(p))
				fs[p] = 1;
		}
		return new ConnectedParts(PixelPairs.of(rows.length, columns, ss, fs));
	}

	@Test
	void eachPartLosesItsMean() {
		ConnectedParts parts = of("aab", "a.b", "aab");
		double[] values = { 1, 2, 10, 3, 50, 20, 4, 5, 60 };
		parts.removeMeans(values);
		assertArrayEquals(new double[] { -2, -1, -20, 0, 50, -10, 1, 2, 30 }, values, 1e-12);
	}

	@Test
	void aDetourConnects() {
		double[] values = { 1, 0, 3, 1, 0, 3, 1, 2, 3 };
		of("a.a", "a.a", "aaa").removeMeans(values);
		assertArrayEquals(new double[] { -1, 0, 1, -1, 0, 1, -1, 0, 1 }, values, 1e-12);
	}

	@Test
	void manyPartsAndPixelsOfNone() {
		ConnectedParts parts = of("aabbccddeeffgghhiijjkk.");
		double[] values = new double[23];
		for (int p = 0; p < 23; p++)
			values[p] = p;
		parts.removeMeans(values);
		for (int p = 0; p < 22; p++)
			assertEquals(p % 2 - 0.5, values[p]);
		assertEquals(22, values[22]);
		assertEquals(false, parts.contain(22));
		assertEquals(true, parts.contain(21));
	}
}
