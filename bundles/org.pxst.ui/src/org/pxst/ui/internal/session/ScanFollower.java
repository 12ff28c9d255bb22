// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.ui.session.OpenScan.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a file open and up to date from a thread of its own: looks about twice a second whether it has changed, opens it
 * again, and says when it is broken or gone. Callable from any thread; no call waits for the file but {@link #acquire} and
 * {@link #isStale}.
 */
final class ScanFollower {
	private static final Logger LOG = LoggerFactory.getLogger(ScanFollower.class);
	private static final Duration PERIOD = Duration.ofMillis(500);
	/** Period while something changes. */
	private static final Duration SOON = Duration.ofMillis(100);
	private static final long WAIT_MILLIS = 50;

	private final Path file;
	private final CxiLoader loader;
	private final Hdf5Viewer viewer;
	private final Executor ui;
	private final Listener listener;
	private final ScheduledThreadPoolExecutor watcher;
	/** Of the watcher's thread. */
	private final FileWatch watch = new FileWatch();
	private final Object lock = new Object();
	private FileHandles handles;
	private State state = State.OPENING;
	private String problem = "";
	private long generation;
	private volatile boolean closed;

	/** Hears what happens to the file, in the UI thread. */
	@FunctionalInterface
	interface Listener {
		/**
		 * State or content changed.
		 *
		 * @param state      what can be said about the file
		 * @param problem    what is wrong, or ""
		 * @param generation number of the last successful opening, 0 before the first
		 */
		void changed(State state, String problem, long generation);
	}

	/**
	 * Begins to open the file.
	 *
	 * @param file     the file
	 * @param loader   opens scans
	 * @param viewer   opens HDF5 files of any kind
	 * @param ui       runs what it is given in the UI thread
	 * @param listener hears what happens, not any more after {@link #close}
	 */
	ScanFollower(Path file, CxiLoader loader, Hdf5Viewer viewer, Executor ui, Listener listener) {
		this.file = file;
		this.loader = loader;
		this.viewer = viewer;
		this.ui = ui;
		this.listener = listener;
		watcher = new ScheduledThreadPoolExecutor(1, task -> {
			Thread thread = new Thread(task, "pxst watches " + file.getFileName());
			thread.setDaemon(true);
			return thread;
		});
		watcher.execute(() -> {
			open();
			lookAgainIn(SOON);
		});
	}

	/** The file. */
	Path file() {
		return file;
	}

	boolean isClosed() {
		return closed;
	}

	/**
	 * The open file, kept open until it is released. Waits while it is being opened.
	 *
	 * @param newerThan takes no older opening than that after this one; 0 for any
	 * @param cancelled whether to stop waiting
	 * @throws CancelledException   when waiting was cancelled, or the scan closed
	 * @throws InvalidDataException when the file cannot be read
	 */
	FileHandles acquire(long newerThan, BooleanSupplier cancelled) {
		synchronized (lock) {
			while (true) {
				if (closed || cancelled.getAsBoolean())
					throw new CancelledException("reading " + file);
				if (handles != null && handles.generation() > newerThan && handles.acquire())
					return handles;
				if (!problem.isEmpty())
					throw new InvalidDataException(problem);
				await();
			}
		}
	}

	private void await() {
		try {
			lock.wait(WAIT_MILLIS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("reading " + file);
		}
	}

	/** Whether the file has changed since it was opened. */
	boolean isStale(FileHandles opened) {
		return !opened.stamp().equals(stamp());
	}

	/**
	 * Opens the file again at once, because it was written.
	 *
	 * @param then called in the UI thread afterwards, and after the listener; also when the scan is closed
	 */
	void reopen(Runnable then) {
		synchronized (lock) {
			if (closed) {
				ui.execute(then);
				return;
			}
			watcher.execute(() -> {
				open();
				ui.execute(then);
			});
		}
	}

	/** Lets the file go when the last task that reads from it is done. */
	void close() {
		synchronized (lock) {
			if (closed)
				return;
			closed = true;
			lock.notifyAll();
			watcher.execute(() -> {
				replace(null);
				watcher.shutdownNow().forEach(task -> LOG.trace("{}: no more {}", file, task));
			});
		}
	}

	private void lookAgainIn(Duration delay) {
		synchronized (lock) {
			if (!closed)
				watcher.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void look() {
		Duration delay = PERIOD;
		try {
			switch (watch.look(stamp(), System.nanoTime())) {
			case OPEN -> open();
			case GONE -> tell(State.GONE, file + ": was there and is gone. It is shown again when it comes back.");
			case WAIT -> delay = SOON;
			case NOTHING -> LOG.trace("{}: as before", file);
			}
		} catch (RuntimeException | Error e) {
			LOG.error("{}: cannot be watched", file, e);
		} finally {
			lookAgainIn(delay);
		}
	}

	private void open() {
		if (closed)
			return;
		Optional<FileStamp> stamp = stamp();
		try {
			FileHandles opened = new FileHandles(file, loader, viewer, stamp, generation + 1);
			watch.opened(stamp);
			generation++;
			replace(opened);
			tell(State.READY, "");
		} catch (RuntimeException | Error e) {
			LOG.debug("{}: cannot be opened", file, e);
			// somebody may be writing it
			if (!watch.failed(stamp(), System.nanoTime(), System.currentTimeMillis()))
				return;
			String message = new Problems(file).of(e).message();
			boolean known = state == State.UNREADABLE && message.equals(problem);
			replace(null);
			if (!known)
				tell(State.UNREADABLE, message);
		}
	}

	private Optional<FileStamp> stamp() {
		try {
			return FileStamp.of(file);
		} catch (IOException e) {
			LOG.debug("{}: cannot be looked at", file, e);
			return Optional.empty();
		}
	}

	private void replace(FileHandles opened) {
		FileHandles old;
		synchronized (lock) {
			old = handles;
			handles = opened;
		}
		if (old != null)
			old.retire();
	}

	private void tell(State now, String what) {
		long number = generation;
		synchronized (lock) {
			state = now;
			problem = what;
			lock.notifyAll();
		}
		ui.execute(() -> {
			if (!closed)
				listener.changed(now, what, number);
		});
	}
}
