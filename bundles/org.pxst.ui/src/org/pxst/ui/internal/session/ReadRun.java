// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task on its way: handed in and delivered in the UI thread, run in a background thread.
 *
 * @param <T> what comes out
 */
final class ReadRun<T> {
	private static final Logger LOG = LoggerFactory.getLogger(ReadRun.class);
	/** A file that changes again and again gives up its data in the end, or a problem. */
	private static final int ATTEMPTS = 4;

	private final ReadTask<T> task;
	private final Consumer<? super T> show;
	private final Consumer<? super ReadProblem> failed;
	private final boolean streamed;
	private volatile boolean cancelled;
	private Runnable outcome;

	/**
	 * @param streamed whether what comes out is shown even when there is a newer streamed task
	 * @param task     what to do
	 * @param show     gets what comes out
	 * @param failed   gets what is wrong
	 */
	ReadRun(boolean streamed, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed) {
		this.streamed = streamed;
		this.task = task;
		this.show = show;
		this.failed = failed;
	}

	/** Whether what comes out is shown even when there is a newer task of this kind. */
	boolean isStreamed() {
		return streamed;
	}

	/** Delivers nothing any more. */
	void cancel() {
		cancelled = true;
	}

	boolean isCancelled() {
		return cancelled;
	}

	/** Runs the task. What it throws, and what goes wrong with a damaged file, becomes a problem to deliver. */
	void run(ScanFollower follower) {
		long before = 0;
		for (int attempt = 1; outcome == null && !cancelled; attempt++)
			before = run(follower, before, attempt == ATTEMPTS);
	}

	/**
	 * One attempt.
	 *
	 * @param newerThan takes no older opening of the file than that after this one
	 * @param last      whether there is no other attempt
	 * @return the opening that was used
	 */
	private long run(ScanFollower follower, long newerThan, boolean last) {
		FileHandles handles = null;
		try {
			handles = follower.acquire(newerThan, this::isCancelled);
			T result = task.read(new HandlesReader(handles), new Monitor(follower));
			outcome = () -> show.accept(result);
		} catch (CancelledException e) {
			LOG.debug("cancelled", e);
			cancelled = true;
		} catch (RuntimeException | Error e) {
			// whatever is wrong with data that were read while somebody wrote them, the next opening knows better
			if (handles != null && !last && follower.isStale(handles)) {
				LOG.debug("{} changed while it was read", follower.file(), e);
				return handles.generation();
			}
			ReadProblem problem = new Problems(follower.file()).of(e);
			outcome = () -> failed.accept(problem);
		} finally {
			if (handles != null)
				release(handles);
		}
		return newerThan;
	}

	private static void release(FileHandles handles) {
		try {
			handles.release();
		} catch (PxstException e) {
			LOG.warn("closing failed", e);
		}
	}

	/** Hands over what came out. In the UI thread. */
	void deliver() {
		if (!cancelled && outcome != null)
			outcome.run();
	}

	/** Asks the task to stop. */
	private final class Monitor implements IMonitor {
		private final ScanFollower follower;

		Monitor(ScanFollower follower) {
			this.follower = follower;
		}

		@Override
		public boolean isCancelled() {
			return cancelled || follower.isClosed();
		}

		@Override
		public void worked(int amount) {
			// nothing shows how far reading is
		}

		@Override
		public void subTask(String name) {
			// nothing shows what is being read
		}
	}
}
