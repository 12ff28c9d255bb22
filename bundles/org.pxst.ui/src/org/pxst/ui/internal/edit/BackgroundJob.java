// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes something that takes long, with progress and a way to cancel it.
 *
 * @param <T> what comes out
 */
public final class BackgroundJob<T> extends Job {
	private static final Logger LOG = LoggerFactory.getLogger(BackgroundJob.class);

	private final Control owner;
	private final Function<IMonitor, ? extends T> work;
	private final Consumer<? super T> done;
	private final Consumer<String> failed;

	/**
	 * @param name   what it does, for the progress
	 * @param owner  nothing is delivered after it is disposed
	 * @param work   done in a background thread
	 * @param done   gets what came out, in the UI thread
	 * @param failed gets why nothing came out, in words for the user, in the UI thread
	 */
	public BackgroundJob(String name, Control owner, Function<IMonitor, ? extends T> work, Consumer<? super T> done,
			Consumer<String> failed) {
		super(name);
		this.owner = owner;
		this.work = work;
		this.done = done;
		this.failed = failed;
	}

	@Override
	protected IStatus run(IProgressMonitor progress) {
		progress.beginTask(getName(), IProgressMonitor.UNKNOWN);
		try {
			T result = work.apply(new Monitor(progress));
			deliver(() -> done.accept(result));
		} catch (CancelledException e) {
			LOG.debug("{}: cancelled", getName(), e);
			deliver(() -> failed.accept(getName() + " was cancelled; nothing was changed."));
			return Status.CANCEL_STATUS;
		} catch (PxstException | IllegalArgumentException e) {
			LOG.debug("{}", getName(), e);
			deliver(() -> failed.accept(e.getMessage()));
		} catch (RuntimeException | OutOfMemoryError e) {
			LOG.error("{} failed", getName(), e);
			deliver(() -> failed.accept(getName() + " failed (" + e + "); the log has the details."));
		} finally {
			progress.done();
		}
		// who asked for it tells the user what went wrong
		return Status.OK_STATUS;
	}

	private void deliver(Runnable outcome) {
		if (owner.isDisposed())
			return;
		owner.getDisplay().asyncExec(() -> {
			if (!owner.isDisposed())
				outcome.run();
		});
	}

	/** Hands on what the work says. */
	private record Monitor(IProgressMonitor progress) implements IMonitor {
		@Override
		public boolean isCancelled() {
			return progress.isCanceled();
		}

		@Override
		public void worked(int amount) {
			progress.worked(amount);
		}

		@Override
		public void subTask(String name) {
			progress.subTask(name);
		}
	}
}
