// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The thread of a test as UI thread: runs what the others hand in while it waits for something. */
public final class UiQueue implements Executor {
	private static final long LONGEST_SECONDS = 30;

	private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

	@Override
	public void execute(Runnable command) {
		events.add(command);
	}

	/** Runs events until something is so. */
	public void waitUntil(String what, BooleanSupplier done) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
		while (!done.getAsBoolean()) {
			if (System.nanoTime() > end)
				fail("waited in vain until " + what);
			Runnable event = next();
			if (event != null)
				event.run();
		}
	}

	private Runnable next() {
		try {
			return events.poll(10, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Runs the events that are there. */
	public void runAll() {
		for (Runnable event = events.poll(); event != null; event = events.poll())
			event.run();
	}
}
