// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.pxst.io.cxi.internal.hdf5.StorageLayout.Chunked;

import io.jhdf.exceptions.HdfException;

/**
 * Where the chunks of a data set are, read from any of the six kinds of indices (HDF5 File Format Specification 3.0,
 * sections III.A and VII). jhdf 0.13 has readers for them too, but loses the chunks behind one that was never written.
 */
public final class ChunkTable {
	private static final int MOST_CHUNKS = 1 << 26;

	private final DatasetHeader header;
	private final Chunked layout;
	/** Chunks along each axis. */
	private final long[] grid;
	/** Bytes of a chunk without filters. */
	private final long chunkBytes;
	private final List<StoredChunk> chunks = new ArrayList<>();

	/**
	 * Reads the index.
	 *
	 * @param header of the data set
	 * @param layout its layout
	 * @throws HdfException when the index is damaged
	 */
	public ChunkTable(DatasetHeader header, Chunked layout) {
		this.header = header;
		this.layout = layout;
		grid = gridOf(header.dims());
		long bytes = header.type().getSize();
		double most = 1;
		for (int axis = 0; axis < grid.length; axis++) {
			bytes = Math.multiplyExact(bytes, layout.extents()[axis]);
			most *= Math.max(1, grid[axis]);
		}
		if (most > Long.MAX_VALUE / 2)
			throw new HdfException("more chunks than can be counted");
		chunkBytes = bytes;
		if (layout.address() != FormatReader.UNDEFINED)
			read();
		chunks.sort(Comparator.comparingLong(StoredChunk::number));
	}

	private long[] gridOf(long[] extents) {
		long[] chunksAlong = new long[extents.length];
		for (int axis = 0; axis < extents.length; axis++)
			chunksAlong[axis] = FormatReader.parts(extents[axis], layout.extents()[axis]);
		return chunksAlong;
	}

	private void read() {
		Hdf5Storage storage = header.storage();
		switch (layout.index()) {
		case BTREE_1 -> readOldTree(storage);
		case SINGLE -> add(new long[grid.length], layout.address(),
				layout.singleSize() < 0 ? chunkBytes : layout.singleSize(), layout.singleMask());
		case IMPLICIT -> readImplicit();
		case FIXED_ARRAY -> {
			long[] order = gridOf(largest(-1));
			new FixedArray(storage, layout.address(), chunkBytes).read((n, address, size, mask) ->
					add(coordinates(n, order), address, size, mask));
		}
		case EXTENSIBLE_ARRAY -> readExtensible(storage);
		case BTREE_2 -> readNewTree(storage);
		}
	}

	private void readOldTree(Hdf5Storage storage) {
		BTree1.walk(storage, layout.address(), BTree1.CHUNKS, 8 + 8 * (grid.length + 1), (key, address) -> {
			long size = FormatReader.number(key, 4);
			int mask = key.getInt();
			long[] at = new long[grid.length];
			for (int axis = 0; axis < at.length; axis++) {
				long element = FormatReader.number(key, 8);
				if (element < 0 || element % layout.extents()[axis] != 0)
					throw new HdfException("a chunk that begins at element " + element);
				at[axis] = element / layout.extents()[axis];
			}
			add(at, address, size, mask);
		});
	}

	private void readNewTree(Hdf5Storage storage) {
		boolean filtered = !header.filters().isEmpty();
		int type = filtered ? BTree2.FILTERED_CHUNKS : BTree2.CHUNKS;
		BTree2.walk(storage, layout.address(), type, record -> {
			long address = FormatReader.number(record, storage.getSizeOfOffsets());
			long size = chunkBytes;
			int mask = 0;
			if (filtered) {
				size = FormatReader.number(record, record.remaining() - 4 - 8 * grid.length);
				mask = record.getInt();
			}
			long[] at = new long[grid.length];
			for (int axis = 0; axis < at.length; axis++)
				at[axis] = FormatReader.number(record, 8);
			add(at, address, size, mask);
		});
	}

	private void readImplicit() {
		long[] order = gridOf(largest(-1));
		long[] at = new long[grid.length];
		long total = 1;
		for (long along : grid)
			total = Math.multiplyExact(total, along);
		// they are all there; a chunk behind the end of the file is found out here and not after 2^26 of them
		header.storage().position(layout.address(), Math.multiplyExact(total, chunkBytes));
		for (long k = 0; k < total; k++) {
			long n = 0;
			for (int axis = 0; axis < at.length; axis++)
				n = Math.addExact(Math.multiplyExact(n, order[axis]), at[axis]);
			add(at, Math.addExact(layout.address(), Math.multiplyExact(n, chunkBytes)), chunkBytes, 0);
			for (int axis = at.length - 1; axis >= 0 && ++at[axis] == grid[axis]; axis--)
				at[axis] = 0;
		}
	}

	/** The list counts along the axis that can grow first, then along the others in their order. */
	private void readExtensible(Hdf5Storage storage) {
		int growing = 0;
		while (growing < grid.length && header.maxDims()[growing] >= 0)
			growing++;
		if (growing == grid.length)
			throw new HdfException("an index for a shape that grows, but the shape does not");
		long[] order = gridOf(largest(growing));
		long[] moved = order.clone();
		System.arraycopy(order, 0, moved, 1, growing);
		moved[0] = order[growing];
		int first = growing;
		new ExtensibleArray(storage, layout.address(), chunkBytes).read((n, address, size, mask) -> {
			long[] at = coordinates(n, moved);
			long along = at[0];
			System.arraycopy(at, 1, at, 0, first);
			at[first] = along;
			add(at, address, size, mask);
		});
	}

	/** Largest extents; along the axis that grows, and where the file gives none, the present ones. */
	private long[] largest(int growing) {
		long[] extents = header.dims().clone();
		for (int axis = 0; axis < extents.length; axis++)
			if (axis != growing && header.maxDims().length == extents.length && header.maxDims()[axis] > extents[axis])
				extents[axis] = header.maxDims()[axis];
		return extents;
	}

	/** Place in a grid of these extents of a chunk with this number; the first extent is of no account. */
	private static long[] coordinates(long number, long[] order) {
		long[] at = new long[order.length];
		long rest = number;
		for (int axis = order.length - 1; axis > 0; axis--) {
			long along = Math.max(1, order[axis]);
			at[axis] = rest % along;
			rest /= along;
		}
		if (at.length > 0)
			at[0] = rest;
		return at;
	}

	private void add(long[] at, long address, long size, int mask) {
		if (address == FormatReader.UNDEFINED)
			return;
		long number = 0;
		for (int axis = 0; axis < grid.length; axis++) {
			// what a shape that shrank has left behind
			if (at[axis] < 0 || at[axis] >= grid[axis])
				return;
			number = number * grid[axis] + at[axis];
		}
		if (size < 0)
			throw new HdfException("a chunk of no known size");
		if (chunks.size() >= MOST_CHUNKS)
			throw new HdfException("more than " + MOST_CHUNKS + " chunks");
		chunks.add(new StoredChunk(number, address, size, mask));
	}

	/** Chunks along each axis. */
	public long[] grid() {
		return grid;
	}

	/** Bytes of a chunk without filters. */
	public long chunkBytes() {
		return chunkBytes;
	}

	/** All chunks that were written, by number. */
	public List<StoredChunk> chunks() {
		return chunks;
	}

	/**
	 * Finds a chunk.
	 *
	 * @param number its number
	 * @return null when it was never written
	 */
	public StoredChunk find(long number) {
		int low = 0;
		int high = chunks.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			StoredChunk chunk = chunks.get(middle);
			if (chunk.number() == number)
				return chunk;
			if (chunk.number() < number)
				low = middle + 1;
			else
				high = middle - 1;
		}
		return null;
	}

	/** Is told of the entries of an index. */
	@FunctionalInterface
	interface Entry {
		/**
		 * @param index   place in the list
		 * @param address of the chunk
		 * @param size    stored bytes
		 * @param mask    filters whose bit is set were not applied
		 */
		void found(long index, long address, long size, int mask);

		/**
		 * Reads one element of a list.
		 *
		 * @param index      its place in the list
		 * @param element    its bytes
		 * @param filtered   whether size and mask follow the address
		 * @param offsets    bytes of an address
		 * @param chunkBytes size when it is not stored
		 */
		default void parse(long index, ByteBuffer element, boolean filtered, int offsets, long chunkBytes) {
			long address = FormatReader.number(element, offsets);
			if (address == FormatReader.UNDEFINED)
				return;
			if (!filtered)
				found(index, address, chunkBytes, 0);
			else
				found(index, address, FormatReader.number(element, element.remaining() - 4), element.getInt());
		}
	}
}
