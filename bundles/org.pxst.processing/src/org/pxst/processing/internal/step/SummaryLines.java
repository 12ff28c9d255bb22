// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what a user wants to see at once when a step is done. */
final class SummaryLines {
	private final List<String> lines = new ArrayList<>();

	/**
	 * Adds a line.
	 *
	 * @param name   of the figure
	 * @param format of its value with the unit, for {@link String#format}
	 * @param values that go into it
	 * @return this
	 */
	SummaryLines add(String name, String format, Object... values) {
		lines.add(String.format(Locale.ROOT, "%-19s %s", name, String.format(Locale.ROOT, format, values)));
		return this;
	}

	/** The lines so far. */
	List<String> lines() {
		return List.copyOf(lines);
	}
}
