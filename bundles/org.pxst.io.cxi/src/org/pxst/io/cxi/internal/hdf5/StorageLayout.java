// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;

/** How the elements of a data set are stored (HDF5 File Format Specification 3.0, section IV.A.2.i). */
public sealed interface StorageLayout {
	/**
	 * In the object header.
	 *
	 * @param data all elements
	 */
	record Compact(ByteBuffer data) implements StorageLayout {
	}

	/**
	 * In one piece.
	 *
	 * @param address of the first element, negative when nothing was written yet
	 */
	record Contiguous(long address) implements StorageLayout {
	}

	/**
	 * In chunks.
	 *
	 * @param extents         of a chunk, in elements
	 * @param index           how the chunks are found
	 * @param address         of the index, or of the chunk when there is only one; negative when nothing was written yet
	 * @param edgesUnfiltered whether chunks that stick out of the data set are stored without filters
	 * @param singleSize      stored bytes of a single filtered chunk, else negative
	 * @param singleMask      filter mask of a single filtered chunk
	 */
	record Chunked(int[] extents, Index index, long address, boolean edgesUnfiltered, long singleSize, int singleMask)
			implements StorageLayout {
	}

	/**
	 * In other data sets.
	 *
	 * @param heap  address of the global heap collection that has the list of the parts
	 * @param index of the list in it
	 */
	record Virtual(long heap, int index) implements StorageLayout {
	}

	/** Kinds of chunk indices. */
	enum Index {
		/** Version 1 B-tree, in files of all versions. */
		BTREE_1,
		/** One chunk that holds everything. */
		SINGLE,
		/** All chunks one behind the other. */
		IMPLICIT,
		/** A list of fixed length. */
		FIXED_ARRAY,
		/** A list that grows along one axis. */
		EXTENSIBLE_ARRAY,
		/** Version 2 B-tree. */
		BTREE_2
	}

	/**
	 * Takes a layout message apart.
	 *
	 * @param body    the message
	 * @param storage the file
	 */
	static StorageLayout parse(ByteBuffer body, Hdf5Storage storage) {
		int version = body.get();
		return switch (version) {
		case 1, 2 -> parseOldest(body, storage);
		case 3, 4, 5 -> parse(version, body, storage);
		default -> throw new UnsupportedHdfException("a layout of version " + version);
		};
	}

	private static StorageLayout parseOldest(ByteBuffer body, Hdf5Storage storage) {
		int axes = body.get();
		int kind = body.get();
		body.position(body.position() + 5);
		long address = kind == 0 ? FormatReader.UNDEFINED : FormatReader.number(body, storage.getSizeOfOffsets());
		if (kind == 1)
			return new Contiguous(address);
		int[] extents = extents(body, axes, 4);
		if (kind == 0)
			return new Compact(FormatReader.part(body, FormatReader.count(body, 4)));
		if (kind != 2)
			throw new HdfException("a layout of kind " + kind);
		return new Chunked(withoutElement(extents), Index.BTREE_1, address, false, -1, 0);
	}

	private static StorageLayout parse(int version, ByteBuffer body, Hdf5Storage storage) {
		int kind = body.get();
		int offsets = storage.getSizeOfOffsets();
		return switch (kind) {
		case 0 -> new Compact(FormatReader.part(body, FormatReader.count(body, 2)));
		case 1 -> new Contiguous(FormatReader.number(body, offsets));
		case 2 -> version == 3 ? parseChunked3(body, offsets) : parseChunked4(body, storage);
		case 3 -> new Virtual(FormatReader.number(body, offsets), FormatReader.count(body, 4));
		default -> throw new HdfException("a layout of kind " + kind);
		};
	}

	private static Chunked parseChunked3(ByteBuffer body, int offsets) {
		int axes = body.get();
		long address = FormatReader.number(body, offsets);
		return new Chunked(withoutElement(extents(body, axes, 4)), Index.BTREE_1, address, false, -1, 0);
	}

	private static Chunked parseChunked4(ByteBuffer body, Hdf5Storage storage) {
		int flags = body.get();
		int axes = body.get();
		int[] extents = withoutElement(extents(body, axes, body.get()));
		int type = body.get();
		if (type < 1 || type > 5)
			throw new UnsupportedHdfException("a chunk index of type " + type);
		Index index = Index.values()[type];
		long size = -1;
		int mask = 0;
		switch (index) {
		case SINGLE -> {
			if ((flags & 2) != 0) {
				size = FormatReader.number(body, storage.getSizeOfLengths());
				mask = body.getInt();
			}
		}
		case FIXED_ARRAY -> body.position(body.position() + 1);
		case EXTENSIBLE_ARRAY -> body.position(body.position() + 5);
		case BTREE_2 -> body.position(body.position() + 6);
		default -> {
			// nothing to skip
		}
		}
		long address = FormatReader.number(body, storage.getSizeOfOffsets());
		return new Chunked(extents, index, address, (flags & 1) != 0, size, mask);
	}

	private static int[] extents(ByteBuffer body, int axes, int bytes) {
		if (axes < 0 || axes > 33)
			throw new HdfException("a layout with " + axes + " axes");
		int[] extents = new int[axes];
		for (int axis = 0; axis < axes; axis++) {
			extents[axis] = FormatReader.count(body, bytes);
			if (extents[axis] < 1)
				throw new HdfException("a chunk with an extent of " + extents[axis]);
		}
		return extents;
	}

	/** The last extent in the file is the size of an element. */
	private static int[] withoutElement(int[] extents) {
		if (extents.length < 2)
			throw new HdfException("chunks without axes");
		return Arrays.copyOf(extents, extents.length - 1);
	}
}
