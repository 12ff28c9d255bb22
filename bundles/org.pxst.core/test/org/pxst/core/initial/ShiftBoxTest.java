// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftBoxTest {
	@ParameterizedTest
	@CsvSource({ "5.5, 3.2", "-5.5, 3.2", "5.5, -3.2", "-5.5, -3.2", "0, 4", "4, 0", "-4, 0", "0.3, -0.3", "7, 7", "-7, -7" })
	void reachesFromNoneToTheFarthest(double reachSs, double reachFs) {
		ShiftBox box = ShiftBox.reaching(reachSs, reachFs);
		for (int i = 0; i < box.rows(); i++)
			for (int j = 0; j < box.columns(); j++)
				box.values()[i * box.columns() + j] = 3 * (box.firstRow() + i) - 2 * (box.firstColumn() + j);
		for (double part = 0; part <= 1; part += 0.125) {
			double s = part * reachSs;
			double f = part * part * reachFs;
			assertTrue(box.contains(s, f), s + " " + f);
			assertEquals(3 * s - 2 * f, box.at(s, f), 1e-12);
		}
		assertFalse(box.contains(Math.max(0, reachSs) + 2, 0));
		assertFalse(box.contains(Math.min(0, reachSs) - 2, 0));
		assertFalse(box.contains(0, Math.max(0, reachFs) + 2));
		assertFalse(box.contains(0, Math.min(0, reachFs) - 2));
	}
}
