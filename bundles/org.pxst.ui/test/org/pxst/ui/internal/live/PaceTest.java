// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
	private static final long MS = 1_000_000;

	@Test
	void quickPicturesComeTwiceASecond() {
		Pace pace = Pace.after(1000 * MS, 1010 * MS, 5 * MS);
		assertEquals(490 * MS, pace.waiting(1010 * MS));
		assertEquals(0, pace.waiting(1500 * MS));
	}

	@Test
	void slowPicturesTakeAtMostFourPercentOfTheTime() {
		long spent = 200 * MS;
		Pace pace = Pace.after(0, 250 * MS, spent);
		long period = 250 * MS + pace.waiting(250 * MS);
		assertTrue(spent <= 0.04 * period, "a picture in " + period / MS + " ms");
		assertEquals(0, pace.waiting(period));
	}

	@Test
	void nothingWaitsAtFirst() {
		assertEquals(0, Pace.free(7).waiting(7));
	}
}
