// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.live.Pace.Moment;

class PaceTest {
	private static final long MS = 1_000_000;

	private static Moment at(long clock, long cpu) {
		return new Moment(clock * MS, cpu * MS);
	}

	/** When the next pictures are begun, ms, while the program takes so many cores. */
	private static long next(Pace pace, long begun, double cores) {
		long now = begun * MS;
		for (int asked = 0; asked < 1000; asked++) {
			long wait = pace.waiting(new Moment(now, (long) ((now - begun * MS) * cores)));
			if (wait == 0)
				return now / MS - begun;
			now += wait;
		}
		throw new AssertionError("asked again and again");
	}

	@Test
	void quickPicturesComeTwiceASecond() {
		assertEquals(500, next(Pace.after(at(1000, 0), 5 * MS), 1000, 1));
	}

	@Test
	void slowPicturesTakeAtMostTwoPercentOfWhatTheProgramTakes() {
		for (double cores : new double[] { 0.5, 1, 1.7 }) {
			long effort = 200;
			long period = next(Pace.after(at(1000, 0), effort * MS), 1000, cores);
			assertTrue(effort <= 0.0201 * period * cores, cores + " cores: " + period + " ms");
			assertTrue(effort >= 0.019 * period * cores, cores + " cores: " + period + " ms");
		}
	}

	@Test
	void whereTheProgramTakesNothingPicturesTakeAtMostOnePercentOfACore() {
		long period = next(Pace.after(at(1000, 0), 50 * MS), 1000, 0);
		assertEquals(100 * 50, period);
	}

	@Test
	void nothingWaitsAtFirst() {
		assertEquals(0, Pace.free(at(7, 3)).waiting(at(7, 3)));
	}
}
