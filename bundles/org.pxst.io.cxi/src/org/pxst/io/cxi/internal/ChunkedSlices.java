// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.pxst.io.cxi.internal.filter.ChunkDecoder;
import org.pxst.io.cxi.internal.hdf5.ChunkTable;
import org.pxst.io.cxi.internal.hdf5.DatasetHeader;
import org.pxst.io.cxi.internal.hdf5.Hdf5Storage;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Chunked;
import org.pxst.io.cxi.internal.hdf5.StoredChunk;

import io.jhdf.exceptions.HdfException;

/**
 * A data set that is stored in chunks, compressed or not. The index is read when the first box is asked for. Nothing is
 * locked while chunks are read and decoded. A chunk that is wanted whole is decoded straight into the target.
 */
final class ChunkedSlices implements SliceReader {
	/** Largest chunk that is decoded, in bytes; the format allows four times as much. */
	private static final long LARGEST_CHUNK = 1L << 30;
	/** Chunks without filters that are larger than this are read piece by piece. */
	private static final long LARGEST_WHOLE = 1L << 22;
	private static final long MOST_INDICES = 1L << 26;

	private final DatasetHeader header;
	private final Chunked layout;
	private final long[] dims;
	private final int[] extents;
	private final int elementSize;
	private final Hdf5Storage storage;
	private volatile Index index;
	/** Not bound to threads, so that threads that end leave nothing behind. */
	private final Queue<Scratch> idle = new ConcurrentLinkedQueue<>();

	/** Where the chunks are, and how they are decoded. */
	private record Index(ChunkTable table, ChunkDecoder decoder) {
	}

	/** Memory for one thread. */
	private static final class Scratch {
		private ByteBuffer encoded = ByteBuffer.allocate(0);
		private byte[] stored = new byte[0];
		private byte[] decoded = new byte[0];

		/** Outside the heap, where it comes from the file without another copy. */
		ByteBuffer encoded(int length) {
			if (encoded.capacity() < length)
				encoded = ByteBuffer.allocateDirect(length);
			return encoded.clear().limit(length);
		}

		byte[] stored(int length) {
			if (stored.length < length)
				stored = new byte[length];
			return stored;
		}

		byte[] decoded(int length) {
			if (decoded.length < length)
				decoded = new byte[length];
			return decoded;
		}
	}

	/**
	 * @param header of the data set
	 * @param layout its layout
	 */
	ChunkedSlices(DatasetHeader header, Chunked layout) {
		this.header = header;
		this.layout = layout;
		dims = header.dims();
		extents = layout.extents();
		elementSize = header.type().getSize();
		storage = header.storage();
	}

	private Index index() throws IOException {
		Index ready = index;
		if (ready != null)
			return ready;
		synchronized (this) {
			if (index == null) {
				ChunkTable table = new ChunkTable(header, layout);
				ChunkDecoder decoder = null;
				if (!header.filters().isEmpty()) {
					if (table.chunkBytes() > LARGEST_CHUNK)
						throw new HdfException("chunks of " + table.chunkBytes() + " bytes are too large");
					decoder = ChunkDecoder.of(header.filters(), elementSize, (int) table.chunkBytes());
				}
				index = new Index(table, decoder);
			}
			return index;
		}
	}

	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) throws IOException {
		Index now = index();
		int rank = dims.length;
		int[] chunks = new int[rank];
		for (int axis = 0; axis < rank; axis++)
			chunks[axis] = (int) ((offset[axis] + box[axis] - 1) / extents[axis] - offset[axis] / extents[axis] + 1);
		long[] grid = now.table.grid();
		int base = target.position();
		Scratch scratch = idle.poll();
		if (scratch == null)
			scratch = new Scratch();
		try {
			BoxWalk walk = new BoxWalk(chunks, rank);
			do {
				long number = 0;
				long[] corner = new long[rank];
				for (int axis = 0; axis < rank; axis++) {
					long along = offset[axis] / extents[axis] + walk.index(axis);
					number = number * grid[axis] + along;
					corner[axis] = along * extents[axis];
				}
				read(now, number, corner, offset, box, target, base, scratch);
			} while (walk.next());
		} finally {
			idle.add(scratch);
		}
		long elements = new BoxWalk(box, rank).positions();
		target.position(Math.toIntExact(base + elements * elementSize));
	}

	/** Reads what the chunk at this corner and the box have in common. */
	private void read(Index now, long number, long[] corner, long[] offset, int[] box, ByteBuffer target, int base,
			Scratch scratch) throws IOException {
		int rank = dims.length;
		int[] common = new int[rank];
		int[] inChunk = new int[rank];
		int[] inBox = new int[rank];
		boolean atEdge = false;
		for (int axis = 0; axis < rank; axis++) {
			long from = Math.max(offset[axis], corner[axis]);
			long to = Math.min(offset[axis] + box[axis], corner[axis] + extents[axis]);
			common[axis] = (int) (to - from);
			inChunk[axis] = (int) (from - corner[axis]);
			inBox[axis] = (int) (from - offset[axis]);
			atEdge |= corner[axis] + extents[axis] > dims[axis];
		}
		Boxes boxes = new Boxes(common, extents, inChunk, box, inBox);
		StoredChunk chunk = now.table.find(number);
		if (chunk == null)
			boxes.forEach((from, to, count) -> Boxes.fill(target, base + to * elementSize, count, header.fill()));
		else if (now.decoder == null || atEdge && layout.edgesUnfiltered())
			copy(now.table.chunkBytes(), chunk, boxes, target, base, scratch);
		else
			decode(now, chunk, boxes, target, base, scratch);
	}

	private void copy(long chunkBytes, StoredChunk chunk, Boxes boxes, ByteBuffer target, int base, Scratch scratch)
			throws IOException {
		if (chunk.size() < chunkBytes)
			throw new IOException("a chunk has " + chunk.size() + " bytes instead of " + chunkBytes);
		long position = storage.position(chunk.address(), chunkBytes);
		if (chunkBytes <= LARGEST_WHOLE && !boxes.isOneRun()) {
			byte[] stored = scratch.stored((int) chunkBytes);
			storage.bytes().read(position, ByteBuffer.wrap(stored, 0, (int) chunkBytes));
			copy(stored, boxes, target, base);
			return;
		}
		ByteBuffer view = target.duplicate();
		boxes.forEach((from, to, count) -> {
			int at = base + to * elementSize;
			view.limit(at + count * elementSize).position(at);
			storage.bytes().read(position + from * elementSize, view);
		});
	}

	private void decode(Index now, StoredChunk chunk, Boxes boxes, ByteBuffer target, int base, Scratch scratch)
			throws IOException {
		if (chunk.size() > LARGEST_CHUNK)
			throw new IOException("a chunk of " + chunk.size() + " stored bytes is too large");
		int size = (int) chunk.size();
		long position = storage.position(chunk.address(), size);
		ByteBuffer stored = scratch.encoded(size);
		storage.bytes().read(position, stored);
		stored.flip();
		if (boxes.isAllOfOne() && boxes.isOneRun()) {
			ByteBuffer view = target.duplicate();
			boxes.forEach((from, to, count) -> now.decoder.decode(stored, chunk.mask(), view.position(base + to * elementSize)));
			return;
		}
		byte[] decoded = scratch.decoded((int) now.table.chunkBytes());
		now.decoder.decode(stored, chunk.mask(), ByteBuffer.wrap(decoded));
		copy(decoded, boxes, target, base);
	}

	private void copy(byte[] chunk, Boxes boxes, ByteBuffer target, int base) {
		boxes.forEach((from, to, count) -> target.put(base + to * elementSize, chunk, (int) from * elementSize,
				count * elementSize));
	}

	@Override
	public Gaps gaps() throws IOException {
		ChunkTable table = index().table;
		int indices = Gaps.indices(dims);
		long[] grid = table.grid();
		if (indices > MOST_INDICES)
			throw new HdfException("more than " + MOST_INDICES + " frames");
		long inSlab = 1;
		for (int axis = 1; axis < grid.length; axis++)
			inSlab = Math.multiplyExact(inSlab, grid[axis]);
		long[] written = new long[(int) grid[0]];
		long last = -1;
		for (StoredChunk chunk : table.chunks()) {
			if (chunk.number() != last)
				written[(int) (chunk.number() / inSlab)]++;
			last = chunk.number();
		}
		Gaps gaps = Gaps.none();
		for (int slab = 0; slab < written.length; slab++) {
			int from = slab * extents[0];
			int to = (int) Math.min(indices, (long) from + extents[0]);
			if (written[slab] == 0)
				gaps.whole().set(from, to);
			else if (written[slab] < inSlab)
				gaps.partly().set(from, to);
		}
		return gaps;
	}
}
