// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.lang.ref.SoftReference;
import java.util.Objects;

import org.pxst.core.scan.FrameSource;

/**
 * The frames of a scan, in the file. Reads what is asked for and nothing else; where several frames share a compressed
 * chunk, the last such group is kept as long as memory allows, so that reading frame by frame does not decode every
 * chunk again and again.
 */
final class FileFrames implements FrameSource {
	/** Bytes read at a time, so that a request for many frames needs little more than its target. */
	private static final int BLOCK = 1 << 25;
	/** Largest group of frames that is kept, in pixels. */
	private static final int LARGEST_KEPT = 1 << 25;
	/** Frames larger than this, in bytes, are read in pieces. */
	private static final int LARGEST_READ = 1 << 30;

	private final StoredDataset stack;
	private final ElementType type;
	private final int frames;
	private final int rows;
	private final int columns;
	/** Frames that lie in the same chunks; 1 when it makes no sense to keep them. */
	private final int group;
	private SoftReference<Group> kept = new SoftReference<>(null);

	private record Group(int first, float[] values) {
	}

	/** @param stack numbers of shape (N, M, L) */
	FileFrames(StoredDataset stack) {
		this.stack = stack;
		type = stack.type().orElseThrow();
		frames = (int) stack.extent(0);
		rows = (int) stack.extent(1);
		columns = (int) stack.extent(2);
		int depth = stack.chunkDepth();
		group = (long) depth * rows * columns <= LARGEST_KEPT ? depth : 1;
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
	public void read(int first, int count, float[] target) {
		Objects.checkFromIndexSize(first, count, frames);
		int pixels = rows * columns;
		Objects.checkFromIndexSize(0L, (long) count * pixels, (long) target.length);
		int at = first;
		while (at < first + count) {
			int start = at - at % group;
			int end = Math.min(first + count, start + group);
			if (group > 1 && (at > start || end < Math.min(frames, start + group))) {
				float[] values = group(start);
				System.arraycopy(values, (at - start) * pixels, target, (at - first) * pixels, (end - at) * pixels);
			} else {
				// whole groups go straight to the target, as many as a block holds
				long inBlock = Math.max(1, BLOCK / ((long) group * pixels * type.size())) * group;
				long whole = group == 1 ? first + count : (first + count) / group * group;
				end = (int) Math.max(end, Math.min(at + inBlock, whole));
				readInto(at, end - at, target, (at - first) * pixels);
			}
			at = end;
		}
	}

	private float[] group(int start) {
		synchronized (this) {
			Group group = kept.get();
			if (group != null && group.first == start)
				return group.values;
		}
		int count = Math.min(group, frames - start);
		float[] values = new float[count * rows * columns];
		readInto(start, count, values, 0);
		synchronized (this) {
			kept = new SoftReference<>(new Group(start, values));
		}
		return values;
	}

	private void readInto(int first, int count, float[] target, int offset) {
		long frameBytes = (long) rows * columns * type.size();
		if (frameBytes * count <= LARGEST_READ) {
			type.toFloats(stack.read(new long[] { first, 0, 0 }, new int[] { count, rows, columns }), target, offset,
					count * rows * columns);
			return;
		}
		int rowsAtOnce = (int) Math.max(1, LARGEST_READ / ((long) columns * type.size()));
		for (int n = 0; n < count; n++)
			for (int row = 0; row < rows; row += rowsAtOnce) {
				int some = Math.min(rowsAtOnce, rows - row);
				type.toFloats(stack.read(new long[] { first + n, row, 0 }, new int[] { 1, some, columns }), target,
						offset + (n * rows + row) * columns, some * columns);
			}
	}
}
