// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Display;

/**
 * Finds out how long the UI thread lets events wait: posts one every 10 ms and measures when it is dealt with. The time that
 * the garbage collector took meanwhile, and the time that the UI thread was ready to run but other programs had all cores, are
 * taken off: neither is the workbench's doing.
 */
final class UiWatchdog implements AutoCloseable {
	private static final int INTERVAL_MS = 10;
	private static final int FRAMES = 14;

	private final Display display;
	private final Thread poster = new Thread(this::post, "UI watchdog");
	private volatile boolean stopped;
	/** When the event was posted that is not dealt with yet, 0 when there is none. */
	private volatile long waiting;
	/** How often was looked what the UI thread does while an event waits, and how often that was the workbench's own code. */
	private volatile int looks;
	private volatile int looksAtOwn;
	private volatile StackTraceElement[] busyWith = {};
	/** Changed in the UI thread only. */
	private double longest;
	private double longestOfAll;
	private double longestOfOwn;
	private String busiest = "";
	private double starvedLast = waitedForCore();
	private final long collectedBefore = collected();

	/** Watches from now on. */
	UiWatchdog(Display display) {
		this.display = display;
		poster.setDaemon(true);
		poster.start();
	}

	/** Longest time in ms that the UI thread let an event wait. In the UI thread. */
	double longest() {
		return longest;
	}

	/**
	 * Longest time in ms that an event waited for code of the workbench, and not of the toolkit or the window system; to
	 * within what looking every 10 ms gives. In the UI thread.
	 */
	double longestOfOwn() {
		return longestOfOwn;
	}

	/** What the UI thread did at the end of the longest time of the workbench's own code, "" when it was short. In the UI thread. */
	String busiest() {
		return busiest;
	}

	/** Longest time in ms that an event waited, for whatever reason. In the UI thread. */
	double longestOfAll() {
		return longestOfAll;
	}

	/** Time in ms that the garbage collector took since watching began. */
	long collector() {
		return collected() - collectedBefore;
	}

	private void post() {
		while (!stopped) {
			if (display.isDisposed())
				return;
			long since = waiting;
			if (since == 0) {
				long posted = System.nanoTime();
				long before = collected();
				waiting = posted;
				looks = 0;
				looksAtOwn = 0;
				display.asyncExec(() -> probe(posted, before));
			} else {
				look();
			}
			try {
				Thread.sleep(INTERVAL_MS);
			} catch (InterruptedException e) {
				return;
			}
		}
	}

	private void look() {
		StackTraceElement[] now = display.getThread().getStackTrace();
		looks++;
		if (isOwn(now)) {
			looksAtOwn++;
			busyWith = now;
		}
	}

	/** Whether an event is being dealt with by code of the workbench, or by what that has called. */
	private static boolean isOwn(StackTraceElement[] stack) {
		for (StackTraceElement frame : stack) {
			String name = frame.getClassName();
			if (name.equals(Display.class.getName()) && frame.getMethodName().equals("readAndDispatch"))
				return false;
			if (name.startsWith("org.pxst.") && !name.startsWith("org.pxst.ui.tests."))
				return true;
		}
		return false;
	}

	private void probe(long posted, long collectedThen) {
		double waited = (System.nanoTime() - posted) / 1e6;
		longestOfAll = Math.max(longestOfAll, waited);
		double starvedNow = waitedForCore();
		double blocked = waited - (collected() - collectedThen) - (starvedNow - starvedLast);
		longest = Math.max(longest, blocked);
		double own = looks == 0 ? 0 : blocked * looksAtOwn / looks;
		if (own > longestOfOwn) {
			longestOfOwn = own;
			busiest = Arrays.stream(busyWith).limit(FRAMES).map(Object::toString).collect(Collectors.joining("\n\tat "));
		}
		starvedLast = starvedNow;
		waiting = 0;
	}

	/** Time in ms that this thread has waited for a core so far: the second number of Linux' schedstat; 0 elsewhere. */
	private static double waitedForCore() {
		try {
			return Long.parseLong(Files.readString(Path.of("/proc/thread-self/schedstat")).strip().split(" ")[1]) / 1e6;
		} catch (IOException e) {
			return 0;
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
