// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.backend.FrameLoading;
import org.pxst.compute.backend.FrameStore;
import org.pxst.compute.backend.FrameSurvey;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * The frames of a scan, in their own type: all on the device where they fit, as one or several tiles of detector rows; else
 * in a scratch file, from where tiles come to the device one after the other, the next one while kernels work on the
 * present one. To be closed.
 */
final class DeviceFrames implements AutoCloseable {
	/** Part of the memory limit that all frames on the device may take. */
	private static final double RESIDENT_PART = 0.75;
	/** Part of it for each of the two tiles that come and go. */
	private static final double PASSING_PART = 0.25;
	private static final int STAGING_BYTES = 1 << 24;

	/** Works on a tile that is on the device. */
	interface Work {
		/**
		 * Works on a tile.
		 *
		 * @param tile   which one
		 * @param frames its pixels: {@link Tile#MARGIN} pixels of anything, then (frame, row, column)
		 */
		void on(Tile tile, DeviceBuffer frames);
	}

	private final DeviceSession session;
	private final int frames;
	private final int rows;
	private final int columns;
	private final PixelType type;
	private final List<Tile> tiles;
	private final List<DeviceBuffer> buffers = new ArrayList<>();
	private final FrameStore store;
	private final ExecutorService uploads;
	/** Where the thread that uploads puts frames together; empty when nothing passes. */
	private final ByteBuffer staging;
	private FrameSurvey survey;

	private DeviceFrames(DeviceSession session, FrameSource source, int frames, PixelType type, long memory) {
		this.session = session;
		this.frames = frames;
		this.type = type;
		rows = source.rows();
		columns = source.columns();
		long rowBytes = (long) frames * columns * type.bytes();
		long margin = 2L * Tile.MARGIN * type.bytes();
		long largest = session.device().device().largestAllocation() - margin;
		boolean resident = rowBytes * rows <= RESIDENT_PART * memory;
		tiles = Tile.cut(rows, rowBytes, resident ? largest : Math.min(largest, (long) (PASSING_PART * memory)));
		int count = resident ? tiles.size() : 2;
		long largestTile = tiles.stream().mapToLong(tile -> tile.bytes(frames, columns, type.bytes())).max().orElseThrow();
		try {
			for (int b = 0; b < count; b++)
				buffers.add(session.buffer(resident ? tiles.get(b).bytes(frames, columns, type.bytes()) : largestTile));
			store = resident ? null : FrameStore.create(frames, rows, columns * type.bytes());
			staging = ByteBuffer.allocateDirect(resident ? 0 : stagingBytes()).order(ByteOrder.nativeOrder());
		} catch (RuntimeException e) {
			buffers.forEach(DeviceBuffer::close);
			throw e;
		}
		uploads = resident ? null : Executors.newSingleThreadExecutor(work -> {
			Thread thread = new Thread(work, "pxst upload");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Loads the good frames.
	 *
	 * @param memory bytes of the device's memory to count on
	 * @throws DeviceException when the device has not enough for them
	 */
	static DeviceFrames load(DeviceSession session, FrameSource source, int[] goodFrames, long memory, IMonitor monitor) {
		FrameLoading loading = new FrameLoading(source, goodFrames);
		DeviceFrames loaded = new DeviceFrames(session, source, goodFrames.length, loading.kept(), memory);
		try {
			loaded.survey = loading.load(loaded::put, monitor);
			return loaded;
		} catch (RuntimeException | Error e) {
			loaded.close();
			throw e;
		}
	}

	private void put(int slot, ByteBuffer frame) {
		if (store != null) {
			store.put(slot, frame);
			return;
		}
		int rowBytes = columns * type.bytes();
		for (int t = 0; t < tiles.size(); t++) {
			Tile tile = tiles.get(t);
			ByteBuffer part = frame.slice(tile.firstStored() * rowBytes, tile.storedRows() * rowBytes);
			buffers.get(t).write(place(tile, slot), part.capacity(), Pointer.to(part));
		}
	}

	/** Room for at least one frame of the largest tile. */
	private int stagingBytes() {
		int most = tiles.stream().mapToInt(tile -> tile.storedRows() * columns * type.bytes()).max().orElseThrow();
		return Math.max(1, Math.min(frames, STAGING_BYTES / most)) * most;
	}

	/** Where the frame of a slot begins in a tile, bytes. */
	private long place(Tile tile, int slot) {
		return ((long) slot * tile.storedRows() * columns + Tile.MARGIN) * type.bytes();
	}

	FrameSurvey survey() {
		return survey;
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
	}

	PixelType type() {
		return type;
	}

	List<Tile> tiles() {
		return tiles;
	}

	/**
	 * Works on all tiles, in order.
	 *
	 * @throws CancelledException when the monitor is cancelled while frames come to the device
	 */
	void forEachTile(Work work, IMonitor monitor) {
		if (store == null) {
			for (int t = 0; t < tiles.size(); t++)
				work.on(tiles.get(t), buffers.get(t));
			return;
		}
		Future<?> coming = bring(0, monitor);
		for (int t = 0; t < tiles.size(); t++) {
			await(coming);
			Future<?> next = t + 1 < tiles.size() ? bring(t + 1, monitor) : null;
			coming = next;
			try {
				work.on(tiles.get(t), buffers.get(t % 2));
			} catch (RuntimeException | Error e) {
				// the other buffer is still being written to
				if (next != null)
					awaitQuietly(next);
				throw e;
			}
		}
	}

	private Future<?> bring(int t, IMonitor monitor) {
		Tile tile = tiles.get(t);
		DeviceBuffer buffer = buffers.get(t % 2);
		return uploads.submit(() -> {
			int atOnce = staging.capacity() / (tile.storedRows() * columns * type.bytes());
			for (int slot = 0; slot < frames; slot += atOnce) {
				if (monitor.isCancelled())
					throw new CancelledException("bringing frames to the device");
				staging.clear();
				for (int k = slot; k < Math.min(frames, slot + atOnce); k++)
					store.read(k, tile.firstStored(), tile.storedRows(), staging);
				buffer.bring(place(tile, slot), staging.position(), Pointer.to(staging.flip()));
			}
		});
	}

	private static void await(Future<?> upload) {
		try {
			upload.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			awaitQuietly(upload);
			throw new CancelledException("uploading frames");
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException thrown)
				throw thrown;
			throw new IllegalStateException(e.getCause());
		}
	}

	private static void awaitQuietly(Future<?> upload) {
		boolean interrupted = false;
		while (!upload.isDone())
			try {
				upload.get();
			} catch (InterruptedException e) {
				interrupted = true;
			} catch (ExecutionException e) {
				// whoever waits quietly has another failure to report
				break;
			}
		if (interrupted)
			Thread.currentThread().interrupt();
	}

	/** Copies one frame to the heap. */
	byte[] frame(int slot) {
		int rowBytes = columns * type.bytes();
		byte[] frame = new byte[rows * rowBytes];
		if (store != null) {
			store.read(slot, 0, rows, ByteBuffer.wrap(frame));
			return frame;
		}
		for (int t = 0; t < tiles.size(); t++) {
			Tile tile = tiles.get(t);
			int first = tile.firstRow() * rowBytes;
			buffers.get(t).read(place(tile, slot) + (long) (tile.firstRow() - tile.firstStored()) * rowBytes,
					tile.endRow() * rowBytes - first, Pointer.to(frame).withByteOffset(first));
		}
		return frame;
	}

	@Override
	public void close() {
		if (uploads != null)
			uploads.shutdown();
		buffers.forEach(DeviceBuffer::close);
		if (store != null)
			store.close();
	}
}
