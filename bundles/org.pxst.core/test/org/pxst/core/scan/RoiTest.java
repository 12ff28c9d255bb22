// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoiTest {
	@ParameterizedTest
	@CsvSource({ "0, 1, 0, 1", "3, 10, 4, 6", "10, 40, 0, 128" })
	void containsAsManyPixelsAsItHas(int ss0, int ss1, int fs0, int fs1) {
		Roi roi = new Roi(ss0, ss1, fs0, fs1);
		int count = 0;
		for (int i = -1; i < 130; i++)
			for (int j = -1; j < 130; j++)
				if (roi.contains(i, j))
					count++;
		assertEquals(roi.rows() * roi.columns(), count);
		assertTrue(roi.contains(ss0, fs0));
		assertFalse(roi.contains(ss1, fs0));
		assertFalse(roi.contains(ss0, fs1));
	}

	@Test
	void fullHoldsTheFrameAndNoMore() {
		Roi full = Roi.full(5, 8);
		assertEquals(new Roi(0, 5, 0, 8), full);
		assertTrue(full.isInside(5, 8));
		assertFalse(full.isInside(4, 8));
		assertFalse(full.isInside(5, 7));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 3, 0, 3", "0, 3, -1, 3", "3, 3, 0, 3", "0, 3, 5, 4", "0, 0, 0, 1" })
	void emptyAndNegativeRegionsAreRefused(int ss0, int ss1, int fs0, int fs1) {
		assertThrows(IllegalArgumentException.class, () -> new Roi(ss0, ss1, fs0, fs1));
	}
}
