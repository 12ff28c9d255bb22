// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.List;
import java.util.OptionalDouble;

import org.pxst.processing.Iteration;

/**
 * How long the last iterations took, and so the next ones may take.
 *
 * @param all iterations so far; the time of those of earlier runs is not known
 */
record RecentIterations(List<Iteration> all) {
	private static final int RECENT = 3;

	/** Mean time of one, s; empty when none of the last was timed. */
	OptionalDouble seconds() {
		return all.stream().skip(Math.max(0, all.size() - RECENT)).mapToDouble(Iteration::seconds).filter(s -> s > 0).average();
	}
}
