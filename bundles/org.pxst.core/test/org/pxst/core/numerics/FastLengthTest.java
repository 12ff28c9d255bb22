// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastLengthTest {
	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 8", "60, 60", "61, 64", "2064, 2160", "6224, 6250" })
	void isTheNextWithSmallFactorsOnly(int minimum, int expected) {
		assertEquals(expected, FastLength.atLeast(minimum));
	}
}
