// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.widgets.Display;

/**
 * Finds out how long the UI thread lets events wait: posts one every 10 ms and measures when it is dealt with. The time that
 * the garbage collector took meanwhile is taken off, and reported on its own.
 */
final class UiWatchdog implements AutoCloseable {
	private static final int INTERVAL_MS = 10;

	private final Display display;
	private final Thread poster = new Thread(this::post, "UI watchdog");
	private volatile boolean stopped;
	/** Changed in the UI thread only. */
	private double longest;
	private double longestWithCollector;
	private double starvedThen;
	private double starvedLast = waitedForCore();
	private final long collectedBefore = collected();

	/** Watches from now on. */
	UiWatchdog(Display display) {
		this.display = display;
		poster.setDaemon(true);
		poster.start();
	}

	/** Longest time in ms that an event waited, less the garbage collector's. In the UI thread. */
	double longest() {
		return longest;
	}

	/** Longest time in ms that an event waited. In the UI thread. */
	double longestWithCollector() {
		return longestWithCollector;
	}

	/**
	 * How much of the longest time in ms the UI thread was ready to run, but all cores were busy with something else; NaN where
	 * the system does not say. In the UI thread.
	 */
	double starved() {
		return starvedThen;
	}

	/** Time in ms that the garbage collector took since watching began. */
	long collector() {
		return collected() - collectedBefore;
	}

	private void post() {
		while (!stopped) {
			long posted = System.nanoTime();
			long before = collected();
			if (display.isDisposed())
				return;
			display.asyncExec(() -> probe(posted, before));
			try {
				Thread.sleep(INTERVAL_MS);
			} catch (InterruptedException e) {
				return;
			}
		}
	}

	private void probe(long posted, long collectedThen) {
		double waited = (System.nanoTime() - posted) / 1e6;
		longestWithCollector = Math.max(longestWithCollector, waited);
		double starvedNow = waitedForCore();
		double less = waited - (collected() - collectedThen);
		if (less > longest) {
			longest = less;
			starvedThen = starvedNow - starvedLast;
		}
		starvedLast = starvedNow;
	}

	/** Time in ms that this thread has waited for a core so far: the second number of Linux' schedstat. */
	private static double waitedForCore() {
		try {
			return Long.parseLong(Files.readString(Path.of("/proc/thread-self/schedstat")).strip().split(" ")[1]) / 1e6;
		} catch (IOException e) {
			return Double.NaN;
		}
	}

	private static long collected() {
		return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime)
				.sum();
	}

	@Override
	public void close() {
		stopped = true;
	}
}
