// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.time.Duration;

/**
 * When pictures of a running loop may be made again, so that looking at it takes at most a small part of the run's time: not
 * before half a second after the last ones were begun, and not before many times what they took has passed. Immutable.
 *
 * @param earliest when the next ones may be begun, nanoseconds from any origin
 */
record Pace(long earliest) {
	/** Between two beginnings at least. */
	private static final long PERIOD = Duration.ofMillis(500).toNanos();
	/** So many times what the work took it rests: at most 4 % of the time goes into it. */
	private static final long REST = 25;
	/** Threads that the phase is integrated in, and pictures are coloured in, at the same time as a rule. */
	private static final long THREADS = 2;

	/** Nothing was made yet. */
	static Pace free(long now) {
		return new Pace(now);
	}

	/**
	 * After pictures were made.
	 *
	 * @param begun when
	 * @param now   when they were on the screen
	 * @param spent nanoseconds of work in between, which goes on in some threads at once
	 */
	static Pace after(long begun, long now, long spent) {
		return new Pace(now + Math.max(begun + PERIOD - now, REST * THREADS * spent));
	}

	/** Nanoseconds to wait, 0 when it may begin. */
	long waiting(long now) {
		return Math.max(0, earliest - now);
	}
}
