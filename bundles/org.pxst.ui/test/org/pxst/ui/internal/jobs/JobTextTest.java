// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times for people. */
class JobTextTest {
	@ParameterizedTest
	@CsvSource({ "0, 0 s", "0.4, 0 s", "59.4, 59 s", "59.6, 1 min 00 s", "200, 3 min 20 s", "3599.6, 1 h 00 min",
			"3900, 1 h 05 min", "90061, 25 h 01 min" })
	void duration(double seconds, String text) {
		assertEquals(text, JobText.duration(seconds));
	}
}
