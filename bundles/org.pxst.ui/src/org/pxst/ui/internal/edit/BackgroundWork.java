// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Control;

/** What one view, or page of a wizard, computes in the background. For the UI thread. */
public final class BackgroundWork implements Background {
	private final Control owner;
	private final Runnable changed;
	private final Consumer<String> problems;
	private Optional<Running> running = Optional.empty();

	/** A job, and what is to be done when nothing comes of it. */
	private record Running(Job job, Runnable none) {
	}

	/**
	 * @param owner    nothing is delivered after it is disposed
	 * @param changed  called when work begins or ends
	 * @param problems gets why nothing came out, "" when there was no problem
	 */
	public BackgroundWork(Control owner, Runnable changed, Consumer<String> problems) {
		this.owner = owner;
		this.changed = changed;
		this.problems = problems;
	}

	@Override
	public <R> void start(String name, Function<IMonitor, R> work, Consumer<? super R> done, Runnable none) {
		drop();
		Running[] started = new Running[1];
		Job job = new BackgroundJob<R>(name, owner, work, result -> end(started[0], () -> {
			problems.accept("");
			done.accept(result);
		}), problem -> end(started[0], () -> {
			problems.accept(problem);
			none.run();
		}));
		started[0] = new Running(job, none);
		running = Optional.of(started[0]);
		job.schedule();
		changed.run();
	}

	private void end(Running ended, Runnable outcome) {
		// not when it was cancelled or dropped before
		if (running.filter(ended::equals).isEmpty())
			return;
		running = Optional.empty();
		outcome.run();
		changed.run();
	}

	/** What is being done; empty when nothing is. */
	public Optional<String> name() {
		return running.map(r -> r.job().getName());
	}

	/** Cancels what is being done, and says so. */
	public void cancel() {
		Optional<String> name = name();
		drop();
		name.ifPresent(n -> problems.accept(n + " was cancelled; nothing was changed."));
	}

	/** Cancels what is being done. */
	public void drop() {
		running.ifPresent(r -> {
			running = Optional.empty();
			r.job().cancel();
			if (owner.isDisposed())
				return;
			r.none().run();
			changed.run();
		});
	}
}
