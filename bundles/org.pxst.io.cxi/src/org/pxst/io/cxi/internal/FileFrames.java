// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * The frames of a scan, in the file. Reads what is asked for and nothing else; where several frames share a compressed
 * chunk, the last such groups are kept as long as memory allows, so that reading frame by frame does not decode every
 * chunk again and again. Callable from several threads.
 */
final class FileFrames implements FrameSource {
	/** Bytes that are read and converted at a time: few enough to stay in the cache. */
	private static final int PIECE = 1 << 20;
	/** Largest group of frames that is kept, in bytes. */
	private static final int LARGEST_KEPT = 1 << 27;
	/** Most bytes that are asked for at once. */
	private static final int LARGEST_READ = 1 << 30;

	private final StoredDataset stack;
	private final ElementType type;
	private final ByteOrder order;
	private final int frames;
	private final int rows;
	private final int columns;
	/** Extents of the pieces that should be read as a whole. */
	private final int chunkFrames;
	private final int chunkRows;
	private final KeptFrames kept;
	private final ScratchBuffers scratch;

	/** Where frames go, as bytes of the file or converted. */
	private interface Destination {
		/**
		 * Takes what has been read.
		 *
		 * @param from  pixels as they are in the file, from position 0 on
		 * @param count number of pixels
		 */
		void take(ByteBuffer from, int count);

		/**
		 * Reads and takes.
		 *
		 * @param offset first pixel
		 * @param box    extents of a block of whole rows
		 */
		void read(long[] offset, int[] box);
	}

	/** @param stack numbers of shape (N, M, L) */
	FileFrames(StoredDataset stack) {
		this.stack = stack;
		type = stack.type().orElseThrow();
		order = stack.byteOrder();
		frames = (int) stack.extent(0);
		rows = (int) stack.extent(1);
		columns = (int) stack.extent(2);
		chunkFrames = stack.chunk().map(chunk -> Math.min(chunk[0], frames)).orElse(1);
		chunkRows = stack.chunk().map(chunk -> Math.min(chunk[1], rows)).orElse(1);
		long group = (long) chunkFrames * rows * columns * type.size();
		kept = new KeptFrames(chunkFrames > 1 && group <= LARGEST_KEPT ? chunkFrames : 1);
		// what is decoded goes through memory of the virtual machine, what is only read through memory outside of it
		scratch = new ScratchBuffers(stack.chunk().isEmpty());
	}

	@Override
	public int frames() {
		return frames;
	}

	@Override
	public int rows() {
		return rows;
	}

	@Override
	public int columns() {
		return columns;
	}

	@Override
	public PixelType type() {
		return type.pixel();
	}

	@Override
	public void read(int first, int count, float[] target) {
		Objects.checkFromIndexSize(first, count, frames);
		Objects.checkFromIndexSize(0L, (long) count * rows * columns, (long) target.length);
		read(first, count, new Destination() {
			private int at;

			@Override
			public void take(ByteBuffer from, int pixels) {
				type.toFloats(from, target, at, pixels);
				at += pixels;
			}

			@Override
			public void read(long[] offset, int[] box) {
				readThroughScratch(offset, box, this);
			}
		});
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		Objects.checkFromIndexSize(first, count, frames);
		Objects.checkFromIndexSize(0L, (long) count * rows * columns * type.pixel().bytes(), (long) target.remaining());
		boolean converted = type.pixel().bytes() != type.size();
		read(first, count, new Destination() {
			@Override
			public void take(ByteBuffer from, int pixels) {
				type.toPixels(from, target, pixels);
			}

			@Override
			public void read(long[] offset, int[] box) {
				if (converted) {
					readThroughScratch(offset, box, this);
					return;
				}
				int start = target.position();
				int bytes = box[0] * box[1] * columns * type.size();
				ByteBuffer part = target.slice(start, bytes).order(order);
				stack.read(offset, box, part);
				type.toNativeOrder(part.position(0));
				target.position(start + bytes);
			}
		});
	}

	/** Hands on all of these frames, in order. */
	private void read(int first, int count, Destination destination) {
		int group = kept.depth();
		int end = first + count;
		int at = first;
		while (at < end) {
			int start = at - at % group;
			int next = Math.min(end, start + group);
			if (group > 1 && (at > start || next < Math.min(frames, start + group))) {
				int from = (at - start) * rows * columns * type.size();
				int pixels = (next - at) * rows * columns;
				ByteBuffer all = kept.group(start, () -> wholeGroup(start));
				destination.take(all.slice(from, pixels * type.size()).order(order), pixels);
			} else {
				// whole groups go straight to their destination, as many as make sense at a time
				next = Math.max(next, group == 1 ? end : end / group * group);
				readDirectly(at, next - at, destination);
			}
			at = next;
		}
	}

	private ByteBuffer wholeGroup(int start) {
		int count = Math.min(kept.depth(), frames - start);
		ByteBuffer all = ByteBuffer.allocate(count * rows * columns * type.size()).order(order);
		stack.read(new long[] { start, 0, 0 }, new int[] { count, rows, columns }, all);
		return all.rewind();
	}

	/** Reads in pieces that are neither too large nor cut chunks if that can be helped. */
	private void readDirectly(int first, int count, Destination destination) {
		long row = (long) columns * type.size();
		if (row > LARGEST_READ)
			throw new InvalidDataException(stack.path() + " " + stack.shapeText()
					+ " has rows that are too long to be read: more than " + LARGEST_READ + " bytes");
		long frame = rows * row;
		long rowsOfChunk = chunkRows * row;
		if (frame * chunkFrames <= LARGEST_READ) {
			int atOnce = (int) (Math.max(1, PIECE / (frame * chunkFrames)) * chunkFrames);
			for (int done = 0; done < count; done += atOnce)
				destination.read(new long[] { first + done, 0, 0 },
						new int[] { Math.min(atOnce, count - done), rows, columns });
			return;
		}
		int rowsAtOnce = (int) Math.max(1,
				rowsOfChunk <= LARGEST_READ ? LARGEST_READ / rowsOfChunk * chunkRows : LARGEST_READ / row);
		for (int n = 0; n < count; n++)
			for (int start = 0; start < rows; start += rowsAtOnce)
				destination.read(new long[] { first + n, start, 0 },
						new int[] { 1, Math.min(rowsAtOnce, rows - start), columns });
	}

	private void readThroughScratch(long[] offset, int[] box, Destination destination) {
		int pixels = box[0] * box[1] * columns;
		ByteBuffer buffer = scratch.take(pixels * type.size());
		try {
			stack.read(offset, box, buffer);
			destination.take(buffer.rewind().order(order), pixels);
		} finally {
			scratch.giveBack(buffer);
		}
	}
}
