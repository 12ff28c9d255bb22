// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Makes of many requests a few deliveries; the last request is always followed by a delivery. Callable from any thread. */
final class Throttle {
	/** Runs something later, or at once. */
	@FunctionalInterface
	interface Later {
		/**
		 * Runs something in the thread of the deliveries.
		 *
		 * @param task  what
		 * @param nanos how long to wait, 0 or more
		 */
		void run(Runnable task, long nanos);
	}

	private final long period;
	private final Later later;
	private final LongSupplier clock;
	private final Runnable delivery;
	private boolean pending;
	private boolean delivered;
	private long last;

	/**
	 * @param period   between two deliveries at least
	 * @param later    runs deliveries
	 * @param clock    nanoseconds, with any origin
	 * @param delivery what is to be done now and then
	 */
	Throttle(Duration period, Later later, LongSupplier clock, Runnable delivery) {
		this.period = period.toNanos();
		this.later = later;
		this.clock = clock;
		this.delivery = delivery;
	}

	/** Has a delivery made soon. */
	void request() {
		long wait;
		synchronized (this) {
			if (pending)
				return;
			pending = true;
			wait = delivered ? Math.max(0, last + period - clock.getAsLong()) : 0;
		}
		later.run(this::deliver, wait);
	}

	private void deliver() {
		synchronized (this) {
			pending = false;
			delivered = true;
			last = clock.getAsLong();
		}
		delivery.run();
	}
}
