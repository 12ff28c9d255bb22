// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.widgets.Display;

/**
 * Finds what holds up the screen. The machine may be shared with others, and classes are loaded the first time: the best of a
 * few runs counts. Work for the toolkit and the window system counts only in what is printed.
 */
final class ScreenHold {
	private static final double LONGEST_BLOCK_MS = 100;
	private static final int ATTEMPTS = 3;

	private final String test;
	private final List<String> slow = new ArrayList<>();

	/** @param test for what is printed */
	ScreenHold(Class<?> test) {
		this.test = test.getSimpleName();
	}

	/** Does something, again when it took long. In the UI thread. */
	void watch(String what, Runnable action) {
		double longest = Double.POSITIVE_INFINITY;
		StringBuilder times = new StringBuilder();
		for (int attempt = 1; attempt <= ATTEMPTS && longest > LONGEST_BLOCK_MS; attempt++)
			try (UiWatchdog watchdog = new UiWatchdog(Display.getCurrent())) {
				action.run();
				longest = Math.min(longest, watchdog.longestOfOwn());
				times.append(String.format(Locale.ROOT, " %.0f ms (%.0f ms with the toolkit)", watchdog.longestOfOwn(), watchdog.longest()));
				if (watchdog.longestOfOwn() > LONGEST_BLOCK_MS)
					times.append(" in\n\tat ").append(watchdog.busiest()).append('\n');
			}
		System.out.println(test + ": the UI thread was blocked by " + what + " for" + times);
		if (longest > LONGEST_BLOCK_MS)
			slow.add(what + times);
	}

	/** What held it up each time, and where. */
	List<String> slow() {
		return slow;
	}
}
