// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWindowTest {
	@Test
	void widthsCountBothSidesAndTheMiddle() {
		SearchWindow window = new SearchWindow(2, 0);
		assertEquals(5, window.widthSs());
		assertEquals(1, window.widthFs());
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0", "0, -1" })
	void negativeHalvesAreRefused(int halfSs, int halfFs) {
		assertThrows(IllegalArgumentException.class, () -> new SearchWindow(halfSs, halfFs));
	}
}
