// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Reads frames on threads of its own, ahead of whoever takes them one by one and in order, so that decoding keeps
 * several cores busy while the taker works. Never holds more than twice as many frames as it has threads, those that
 * are being read included. For use by one taker; to be closed.
 *
 * @param <T> what the reader makes of a frame
 */
public final class FrameReadAhead<T> implements AutoCloseable {
	/** Threads where nothing is known about the source. */
	public static final int DEFAULT_THREADS = 2;

	/** How often a waiting taker looks at its monitor. */
	private static final long LOOK_MS = 100;
	private static final long LONGEST_CLOSE_MS = 500;

	private final int[] frames;
	private final IntFunction<T> reader;
	private final IMonitor monitor;
	private final int ahead;
	private final ExecutorService threads;
	private final Queue<Future<T>> waiting = new ArrayDeque<>();
	private int asked;

	/**
	 * Prepares reading; it begins with the first {@link #next()}.
	 *
	 * @param frames  indices of the frames, in the order in which they are taken
	 * @param reader  reads the frame of an index; called from several threads at once
	 * @param threads number of threads, at least 1; no more than there are processors are used
	 * @param monitor for cancelling
	 */
	public FrameReadAhead(int[] frames, IntFunction<T> reader, int threads, IMonitor monitor) {
		if (threads < 1)
			throw new IllegalArgumentException(threads + " threads");
		this.frames = frames.clone();
		this.reader = reader;
		this.monitor = monitor;
		int used = Math.min(threads, Runtime.getRuntime().availableProcessors());
		ahead = 2 * used;
		AtomicInteger number = new AtomicInteger();
		this.threads = Executors.newFixedThreadPool(used, work -> {
			Thread thread = new Thread(work, "pxst read-ahead " + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	/** Whether there is another frame to take. */
	public boolean hasNext() {
		return asked < frames.length || !waiting.isEmpty();
	}

	/**
	 * Takes the next frame, and waits for it if need be.
	 *
	 * @throws CancelledException               when the monitor is cancelled, or this thread interrupted
	 * @throws java.util.NoSuchElementException when there is none
	 * @throws RuntimeException                 what the reader threw for this frame; nothing can be taken afterwards
	 */
	public T next() {
		try {
			lookAtMonitor();
			ask();
			Future<T> frame = waiting.remove();
			T read = waitFor(frame);
			// readers go on while the taker works
			ask();
			return read;
		} catch (RuntimeException | Error e) {
			stop();
			throw e;
		}
	}

	private void ask() {
		while (asked < frames.length && waiting.size() < ahead) {
			int frame = frames[asked++];
			waiting.add(threads.submit(() -> reader.apply(frame)));
		}
	}

	private T waitFor(Future<T> frame) {
		while (true)
			try {
				return frame.get(LOOK_MS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				lookAtMonitor();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancelledException("reading frames");
			} catch (ExecutionException e) {
				if (e.getCause() instanceof RuntimeException thrown)
					throw thrown;
				if (e.getCause() instanceof Error thrown)
					throw thrown;
				throw new IllegalStateException(e.getCause());
			}
	}

	private void lookAtMonitor() {
		if (monitor.isCancelled())
			throw new CancelledException("reading frames");
	}

	/** Readers at work are not interrupted: that would close the file under everybody who reads it. */
	private void stop() {
		asked = frames.length;
		waiting.forEach(frame -> frame.cancel(false));
		waiting.clear();
		threads.shutdown();
	}

	/** Stops reading. Waits a moment for readers that are at work; they end with their frame in any case. */
	@Override
	public void close() {
		stop();
		try {
			threads.awaitTermination(LONGEST_CLOSE_MS, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
