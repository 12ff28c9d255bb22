// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws in the background. While it draws, newer requests take the place of the one that waits. */
final class DrawingJob extends Job {
	private static final Logger LOG = LoggerFactory.getLogger(DrawingJob.class);

	private final AtomicReference<Request> waiting = new AtomicReference<>();
	private final AtomicLong effort = new AtomicLong();

	/** What to draw, and who gets it. */
	private record Request(Supplier<Drawing> draw, Consumer<Drawing> done) {
	}

	DrawingJob() {
		super("Drawing a chart");
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	/** Asks for a drawing; the consumer is called in the background. */
	void draw(Supplier<Drawing> draw, Consumer<Drawing> done) {
		waiting.set(new Request(draw, done));
		schedule();
	}

	/** CPU time that drawing has taken so far, ns. */
	long effort() {
		return effort.get();
	}

	/** Drops what waits. */
	void forget() {
		waiting.set(null);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		for (Request next = waiting.getAndSet(null); next != null; next = waiting.getAndSet(null))
			try {
				next.done.accept(draw(next));
			} catch (RuntimeException e) {
				// a dialog for each drawing would make the workbench unusable
				LOG.error("A chart could not be drawn: {}", e.getMessage(), e);
			}
		return Status.OK_STATUS;
	}

	private Drawing draw(Request request) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadCpuTime();
		try {
			return request.draw.get();
		} finally {
			effort.addAndGet(threads.getCurrentThreadCpuTime() - before);
		}
	}
}
