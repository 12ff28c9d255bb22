// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Control;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ScanSelection;

/** An open scan: what the UI thread knows of a file that is followed in the background. */
final class ScanFile implements OpenScan {
	private static final int READERS = 2;
	private static final long IDLE_SECONDS = 10;

	private final Path file;
	private final CxiWriter writer;
	private final Hdf5Viewer viewer;
	private final Executor ui;
	private final Runnable changed;
	private final ScanFollower follower;
	private final ThreadPoolExecutor readers;
	private final ScanSelection selection = new ScanSelection();
	private final ISchedulingRule oneWriteAtATime = new OneAtATime();
	private State state = State.OPENING;
	private String problem = "";
	private long generation;

	/** Conflicts with itself alone. */
	private static final class OneAtATime implements ISchedulingRule {
		@Override
		public boolean contains(ISchedulingRule rule) {
			return rule == this;
		}

		@Override
		public boolean isConflicting(ISchedulingRule rule) {
			return rule == this;
		}
	}

	/**
	 * Begins to open a file.
	 *
	 * @param file    absolute path
	 * @param loader  opens scans
	 * @param viewer  opens HDF5 files of any kind
	 * @param writer  writes
	 * @param ui      runs what it is given in the UI thread
	 * @param changed called in the UI thread when state or content changed
	 */
	ScanFile(Path file, CxiLoader loader, Hdf5Viewer viewer, CxiWriter writer, Executor ui, Consumer<OpenScan> changed) {
		this.file = file;
		this.writer = writer;
		this.viewer = viewer;
		this.ui = ui;
		this.changed = () -> changed.accept(this);
		readers = new ThreadPoolExecutor(READERS, READERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				task -> {
					Thread thread = new Thread(task, "pxst reads " + file.getFileName());
					thread.setDaemon(true);
					return thread;
				});
		readers.allowCoreThreadTimeOut(true);
		follower = new ScanFollower(file, loader, viewer, ui, this::follow);
	}

	private void follow(State now, String what, long number) {
		state = now;
		problem = what;
		generation = number;
		changed.run();
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public String name() {
		return String.valueOf(file.getFileName());
	}

	@Override
	public State state() {
		return state;
	}

	@Override
	public String problem() {
		return problem;
	}

	@Override
	public long generation() {
		return generation;
	}

	@Override
	public ScanSelection selection() {
		return selection;
	}

	@Override
	public ReadQueue queue(Control owner) {
		ReadQueue queue = queue(() -> !owner.isDisposed());
		owner.addDisposeListener(event -> queue.cancel());
		return queue;
	}

	/** A queue for somebody who is no widget. */
	ReadQueue queue(BooleanSupplier alive) {
		return new ScanReadQueue(follower, readers, ui, alive);
	}

	@Override
	public void write(String group, List<? extends CxiContent> content, String what, Consumer<String> done) {
		WriteJob job = new WriteJob(writer, viewer, file, group, content, what);
		job.setRule(oneWriteAtATime);
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				follower.reopen(() -> done.accept(job.outcome()));
			}
		});
		job.schedule();
	}

	/** Stops what is being read and lets the file go. */
	void close() {
		follower.close();
	}
}
