// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Runs independent pieces of work on all cores and looks at the monitor before each. Pieces must write to places of their
 * own, so that the result does not depend on which thread runs them when.
 */
record ParallelLoop(String work, IMonitor monitor) {
	/** Runs the body for 0 .. count - 1. */
	void run(int count, IntConsumer body) {
		IntStream.range(0, count).parallel().forEach(k -> {
			if (monitor.isCancelled())
				throw new CancelledException(work);
			body.accept(k);
		});
		if (monitor.isCancelled())
			throw new CancelledException(work);
	}
}
