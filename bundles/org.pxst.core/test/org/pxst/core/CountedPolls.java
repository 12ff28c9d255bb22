// SPDX-License-Identifier: EPL-2.0
package org.pxst.core;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;

/** A monitor that is cancelled once it has been asked so often, and counts how often it is asked. */
public final class CountedPolls extends IMonitor.Stub {
	/** How often it may be asked after it was cancelled: once by each thread that works on a part. */
	private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors() + 2;

	private final AtomicInteger polls = new AtomicInteger();
	private final int last;

	private CountedPolls(int last) {
		this.last = last;
	}

	@Override
	public boolean isCancelled() {
		return polls.incrementAndGet() > last;
	}

	/**
	 * Checks that work asks its monitor between its parts, and ends whenever it is told to.
	 *
	 * @param parts at least so many
	 * @param work  with this monitor
	 */
	public static void assertStopsBetween(int parts, Consumer<IMonitor> work) {
		CountedPolls all = new CountedPolls(Integer.MAX_VALUE);
		work.accept(all);
		int polls = all.polls.get();
		assertTrue(polls >= parts, () -> "asked " + polls + " times only");
		for (int last = 0; last < polls; last += Math.max(1, polls / 16)) {
			CountedPolls some = new CountedPolls(last);
			assertThrows(CancelledException.class, () -> work.accept(some));
			assertTrue(some.polls.get() <= last + THREADS, () -> "asked again " + (some.polls.get() - some.last) + " times");
		}
	}
}
