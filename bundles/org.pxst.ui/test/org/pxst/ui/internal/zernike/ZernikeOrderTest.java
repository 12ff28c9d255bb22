// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ZernikeOrderTest {
	private static final double[] COEFFICIENTS = { 0, -3, Double.NaN, 2, 0 };

	@Test
	void byIndexItIsNolls() {
		assertEquals(List.of(1, 2, 3, 4, 5), ZernikeOrder.INDEX.of(COEFFICIENTS));
	}

	@Test
	void bySizeTheLargestComesFirst() {
		assertEquals(List.of(2, 4, 1, 5, 3), ZernikeOrder.SIZE.of(COEFFICIENTS));
	}
}
