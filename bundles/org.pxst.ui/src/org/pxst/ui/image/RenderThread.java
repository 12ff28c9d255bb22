// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Colours pictures in a thread of its own. The newest request wins: those before it that were not begun are forgotten.
 * A result is handed out when the one before came back, so that there is never a queue of them.
 */
final class RenderThread {
	private static final Logger LOG = LoggerFactory.getLogger(RenderThread.class);
	private static final int BINS = 192;
	private static final int BUFFERS = 2;

	private final PictureRenderer renderer = new PictureRenderer();
	private final ArrayDeque<byte[]> pool = new ArrayDeque<>();
	private final Consumer<Rendering> done;
	private final Thread thread = new Thread(this::run, "PXST image renderer");
	private Rendering.Request next;
	private boolean closed;
	private boolean untaken;
	private Statistics statistics;
	private float[] known;

	/** @param done called in this thread with each result; whoever gets it gives it back to {@link #recycle} */
	RenderThread(Consumer<Rendering> done) {
		this.done = done;
		thread.setDaemon(true);
		thread.start();
	}

	/** Asks for a picture instead of those asked for before. Any thread. */
	synchronized void request(Rendering.Request request) {
		next = request;
		notifyAll();
	}

	/** Takes back the buffer of a result. Any thread. */
	synchronized void recycle(Rendering rendering) {
		untaken = false;
		notifyAll();
		if (pool.size() < BUFFERS)
			pool.add(rendering.rgb());
	}

	/** CPU time that it has taken so far, ns. Any thread. */
	long effort() {
		return Math.max(0, ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
	}

	/** Ends the thread. */
	synchronized void close() {
		closed = true;
		next = null;
		notifyAll();
	}

	private synchronized Rendering.Request take() throws InterruptedException {
		while (next == null && !closed)
			wait();
		Rendering.Request request = next;
		next = null;
		return request;
	}

	private void run() {
		try {
			for (Rendering.Request request = take(); request != null; request = take())
				render(request);
		} catch (InterruptedException e) {
			// nobody interrupts this thread but to end it
			Thread.currentThread().interrupt();
		}
	}

	private void render(Rendering.Request request) throws InterruptedException {
		try {
			Rendering rendering = rendered(request);
			if (isTurn())
				done.accept(rendering);
		} catch (RuntimeException e) {
			LOG.error("cannot draw {}", request.picture().title(), e);
		}
	}

	private synchronized boolean isTurn() throws InterruptedException {
		while (untaken && !closed)
			wait();
		untaken = true;
		return !closed;
	}

	private Rendering rendered(Rendering.Request request) {
		Picture picture = request.picture();
		if (known != picture.values()) {
			statistics = new Statistics(picture.values());
			known = picture.values();
		}
		ImageStyle style = request.style();
		ValueScale scale = LevelsRule.scale(picture, style, statistics);
		Levels range = request.histogramRange().orElseGet(() -> Histogram.range(scale, statistics));
		Histogram histogram = Histogram.of(picture.values(), scale.over(range), BINS);
		byte[] rgb = buffer(3 * request.view().width() * request.view().height());
		renderer.render(picture, scale, style.map().table(), style.layers(), request.view(), rgb);
		return new Rendering(request, scale, histogram, rgb);
	}

	private synchronized byte[] buffer(int size) {
		for (byte[] buffer = pool.poll(); buffer != null; buffer = pool.poll())
			if (buffer.length >= size && buffer.length <= 2 * size)
				return buffer;
		return new byte[size];
	}
}
