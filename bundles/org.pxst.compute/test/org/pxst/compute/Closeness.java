// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.pxst.core.image.Image;

/**
 * Compares arrays: NaN where NaN is expected, elsewhere to within a part of the expected value, or of 1 where that is
 * smaller than 1.
 */
record Closeness(double tolerance) {
	void check(double expected, double actual, String where) {
		if (Double.isNaN(expected))
			assertEquals(Double.NaN, actual, where);
		else
			assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), where);
	}

	void check(double[] expected, double[] actual, String what) {
		assertEquals(expected.length, actual.length, what);
		for (int k = 0; k < expected.length; k++)
			check(expected[k], actual[k], what + " " + k);
	}

	void check(double[] expected, float[] actual, String what) {
		assertEquals(expected.length, actual.length, what);
		for (int k = 0; k < expected.length; k++)
			check(expected[k], actual[k], what + " " + k);
	}

	void check(double[] expected, Image actual, String what) {
		assertEquals(expected.length, actual.values().length, what);
		for (int k = 0; k < expected.length; k++)
			check(expected[k], actual.values()[k],
					what + " (" + k / actual.columns() + ", " + k % actual.columns() + ")");
	}

	void check(Image expected, Image actual, String what) {
		assertEquals(expected.rows(), actual.rows(), what);
		assertEquals(expected.columns(), actual.columns(), what);
		for (int k = 0; k < expected.values().length; k++)
			check(expected.values()[k], actual.values()[k],
					what + " (" + k / actual.columns() + ", " + k % actual.columns() + ")");
	}
}
