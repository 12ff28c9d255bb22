// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.function.LongSupplier;

/**
 * A clock that can be stopped and goes on later. Immutable.
 *
 * @param clock nanoseconds, with any origin
 * @param nanos what it showed when it was stopped, or started, last
 * @param since when it was started last
 * @param runs  whether it runs
 */
record Stopwatch(LongSupplier clock, long nanos, long since, boolean runs) {
	private static final double SECOND = 1e-9;

	/** One that shows 0 and does not run. */
	static Stopwatch stopped(LongSupplier clock) {
		return new Stopwatch(clock, 0, 0, false);
	}

	/** The same, running. */
	Stopwatch start() {
		return runs ? this : new Stopwatch(clock, nanos, clock.getAsLong(), true);
	}

	/** The same, stopped. */
	Stopwatch stop() {
		return runs ? new Stopwatch(clock, shown(), 0, false) : this;
	}

	/** What it shows now, s. */
	double seconds() {
		return shown() * SECOND;
	}

	private long shown() {
		return runs ? nanos + clock.getAsLong() - since : nanos;
	}
}
