// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.time.Duration;

/**
 * When pictures of a running loop may be made again, so that looking at it takes at most a small part of what the run takes: not
 * before half a second after the last ones were begun, and not before the whole program has taken many times their CPU time. A
 * run that takes little itself, as another device does its work, is not waited for longer than it would take one core. Immutable.
 *
 * @param earliest when the next ones may be begun at the earliest, nanoseconds from any origin
 * @param latest   when they may be begun whatever the program has taken, from the same origin
 * @param taken    CPU time that the program must have taken before, ns
 */
record Pace(long earliest, long latest, long taken) {
	/** Between two beginnings at least. */
	private static final long PERIOD = Duration.ofMillis(500).toNanos();
	/** So many times the CPU time of a set the program takes between two beginnings: at most 2 % go into it. */
	private static final long REST = 50;
	/** When it does not take it, so many times the CPU time of a set is between two beginnings. */
	private static final long LONGEST_REST = 2 * REST;
	private static final long CORES = Runtime.getRuntime().availableProcessors();
	private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

	/**
	 * A time.
	 *
	 * @param clock nanoseconds from any origin
	 * @param cpu   CPU time that the program has taken, ns
	 */
	record Moment(long clock, long cpu) {
	}

	/** Nothing was made yet. */
	static Pace free(Moment now) {
		return new Pace(now.clock, now.clock, now.cpu);
	}

	/**
	 * After pictures were made.
	 *
	 * @param begun  when
	 * @param effort CPU time that they took until they were on the screen, of all threads together, ns
	 */
	static Pace after(Moment begun, long effort) {
		return new Pace(begun.clock + PERIOD, begun.clock + Math.max(PERIOD, LONGEST_REST * effort), begun.cpu + REST * effort);
	}

	/** Nanoseconds to wait until one asks again, 0 when it may begin. */
	long waiting(Moment now) {
		if (now.cpu >= taken || now.clock >= latest)
			return Math.max(0, earliest - now.clock);
		long atMost = Math.max(LOOK_AGAIN, (taken - now.cpu) / CORES);
		return Math.min(latest - now.clock, Math.max(earliest - now.clock, atMost));
	}
}
