// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
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
		run(count, count, () -> this, (loop, k) -> body.accept(k));
	}

	/** Runs the body for 0 .. count - 1, each thread with scratch memory of its own that it keeps from piece to piece. */
	<S> void run(int count, Supplier<S> scratch, ObjIntConsumer<S> body) {
		run(count, count, scratch, body);
	}

	/**
	 * The same with no more than a number of scratch memories.
	 *
	 * @param most largest number of scratch memories, at least 1
	 */
	<S> void run(int count, int most, Supplier<S> scratch, ObjIntConsumer<S> body) {
		AtomicInteger next = new AtomicInteger();
		int workers = Math.min(Math.min(count, most), Runtime.getRuntime().availableProcessors());
		IntStream.range(0, workers).parallel().forEach(worker -> {
			try {
				S own = null;
				for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
					look();
					if (own == null)
						own = scratch.get();
					body.accept(own, k);
				}
			} catch (RuntimeException | Error e) {
				// no other thread begins another piece
				next.set(count);
				throw e;
			}
		});
		look();
	}

	/** Looks at the monitor; for pieces that may take long. */
	void look() {
		if (monitor.isCancelled())
			throw new CancelledException(work);
	}
}
