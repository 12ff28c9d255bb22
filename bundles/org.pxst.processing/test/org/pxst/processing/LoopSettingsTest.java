// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopSettingsTest {
	private static LoopSettings settings(int iterations, double tolerance, int searchWindow, double filter) {
		return new LoopSettings(iterations, tolerance, searchWindow, filter, true, true, true, false);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0,0,iterations", "1,-1,0,0,tolerance", "1,NaN,0,0,tolerance", "1,0,2,0,window", "1,0,-3,0,window",
			"1,0,0,-1,filter", "1,0,0,NaN,filter" })
	void whatIsOutOfRangeIsNamed(int iterations, double tolerance, int searchWindow, double filter, String name) {
		String message = assertThrows(IllegalArgumentException.class, () -> settings(iterations, tolerance, searchWindow, filter))
				.getMessage();
		assertTrue(message.contains(name), message);
	}

	@Test
	void theSmallestValues() {
		assertEquals(0, settings(1, 0, 0, 0).tolerance());
		assertEquals(3, settings(1, 0, 3, 0).searchWindow());
	}

	@Test
	void aWindowIsNoWiderThanWhatAStepTakes() {
		assertEquals(255, settings(1, 0, 1000, 0).searchWindow());
	}

	@Test
	void theNumberOfIterationsDoesNotChangeWhatOneDoes() {
		assertTrue(settings(3, 1e-3, 9, 1).isLike(settings(7, 1e-3, 9, 1)));
		assertFalse(settings(3, 1e-3, 9, 1).isLike(settings(3, 1e-4, 9, 1)));
	}
}
