// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;

/**
 * The heap that holds the links of large groups and the attributes of objects that have many (HDF5 File Format
 * Specification 3.0, section III.G). Its space is a table of blocks, whose rows double in size from the second on.
 */
final class FractalHeap {
	private static final int CHECKSUM = 4;
	/** Kinds of objects by bits 4 and 5 of their identifier. */
	private static final int MANAGED = 0;
	private static final int TINY = 2;

	private final Hdf5Storage storage;
	private final long address;
	private final int width;
	private final long firstBlock;
	private final int directRows;
	private final int offsetBytes;
	private final int lengthBytes;
	private final long root;
	private final int rootRows;

	/**
	 * @param storage the file
	 * @param address where the heap's header is
	 */
	FractalHeap(Hdf5Storage storage, long address) {
		this.storage = storage;
		this.address = address;
		int offsets = storage.getSizeOfOffsets();
		int lengths = storage.getSizeOfLengths();
		ByteBuffer head = storage.map(address, 22 + 12 * lengths + 3 * offsets + CHECKSUM);
		ChecksumUtils.validateChecksum(head.duplicate().order(head.order()));
		FormatReader.require(head, "FRHP");
		if (head.get() != 0)
			throw new HdfException("a fractal heap of another version");
		head.position(7);
		if (FormatReader.count(head, 2) != 0)
			throw new UnsupportedHdfException("its links are compressed, which cannot be read");
		head.position(10);
		long largestManaged = FormatReader.number(head, 4);
		head.position(14 + 10 * lengths + 2 * offsets);
		width = FormatReader.count(head, 2);
		firstBlock = FormatReader.number(head, lengths);
		long largestDirect = FormatReader.number(head, lengths);
		int bits = FormatReader.count(head, 2);
		head.position(head.position() + 2);
		root = FormatReader.number(head, offsets);
		rootRows = FormatReader.count(head, 2);
		if (width < 1 || bits < 1 || bits > 64)
			throw new HdfException("a fractal heap of " + width + " columns and " + bits + " bits");
		directRows = FormatReader.log2(largestDirect) - FormatReader.log2(firstBlock) + 2;
		offsetBytes = (bits + 7) / 8;
		lengthBytes = Math.min(FormatReader.log2(largestDirect) / 8 + 1, FormatReader.log2(largestManaged) / 8 + 1);
	}

	/**
	 * Fetches an object.
	 *
	 * @param id its identifier
	 */
	ByteBuffer object(ByteBuffer id) {
		int flags = id.get();
		int kind = flags >> 4 & 3;
		if (kind == TINY)
			return FormatReader.part(id, (flags & 15) + 1);
		if (kind != MANAGED)
			throw new UnsupportedHdfException("a link or an attribute is too long");
		long offset = FormatReader.number(id, offsetBytes);
		long length = FormatReader.number(id, lengthBytes);
		if (root == FormatReader.UNDEFINED || offset < 0)
			throw new HdfException("an object that is not in its heap");
		return storage.map(place(offset), length);
	}

	/** Address in the file of an offset in the heap's space. */
	private long place(long offset) {
		if (rootRows == 0)
			return root + offset;
		long block = root;
		int rows = rootRows;
		long start = 0;
		for (int depth = 0; depth < 64; depth++) {
			long inBlock = offset - start;
			int row = inBlock < firstBlock * width ? 0
					: FormatReader.log2(inBlock) - FormatReader.log2(firstBlock * width) + 1;
			long size = row == 0 ? firstBlock : firstBlock << row - 1;
			long rowStart = row == 0 ? 0 : size * width;
			int column = (int) ((inBlock - rowStart) / size);
			if (row >= rows || column < 0 || column >= width)
				throw new HdfException("an object that is not in its heap");
			long child = child(block, row * width + column);
			start += rowStart + column * size;
			if (row < directRows)
				return child + offset - start;
			block = child;
			rows = FormatReader.log2(size) - FormatReader.log2(firstBlock * width) + 1;
		}
		throw new HdfException("its structure refers to itself");
	}

	private long child(long block, int index) {
		int offsets = storage.getSizeOfOffsets();
		ByteBuffer head = storage.map(block, 5 + offsets);
		FormatReader.require(head, "FHIB");
		head.get();
		if (FormatReader.number(head, offsets) != address)
			throw new HdfException("a block of another heap");
		long child = FormatReader.number(
				storage.map(block + 5 + offsets + offsetBytes + (long) index * offsets, offsets), offsets);
		if (child == FormatReader.UNDEFINED)
			throw new HdfException("an object that is not in its heap");
		return child;
	}
}
