// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;

/**
 * A list of chunks that can grow (HDF5 File Format Specification 3.0, section VII.D): a few elements in the index block,
 * then data blocks of growing size, the first of them named by the index block, the others by secondary blocks. Data
 * blocks that are large come in pages.
 */
final class ExtensibleArray {
	private static final int CHECKSUM = 4;

	private final Hdf5Storage storage;
	private final int offsets;
	private final long address;
	private final long chunkBytes;
	private final boolean filtered;
	private final int elementSize;
	private final int maxBits;
	private final int inIndex;
	private final int smallestBlock;
	private final int smallestSecondary;
	private final long inPage;
	/** Elements in use: behind the last one that was set. */
	private final long used;
	private final long indexBlock;
	private final Visited visited = new Visited();

	/**
	 * @param storage    the file
	 * @param address    where the list's header is
	 * @param chunkBytes size of chunks without filters
	 */
	ExtensibleArray(Hdf5Storage storage, long address, long chunkBytes) {
		this.storage = storage;
		this.address = address;
		this.chunkBytes = chunkBytes;
		offsets = storage.getSizeOfOffsets();
		int lengths = storage.getSizeOfLengths();
		ByteBuffer head = storage.map(address, 12 + 6 * lengths + offsets + CHECKSUM);
		ChecksumUtils.validateChecksum(head.duplicate().order(head.order()));
		FormatReader.require(head, "EAHD");
		int version = head.get();
		int client = head.get();
		if (version != 0 || client < 0 || client > 1)
			throw new HdfException("a list of chunks of another version");
		filtered = client == 1;
		elementSize = head.get();
		maxBits = head.get();
		inIndex = head.get() & 0xff;
		smallestBlock = head.get() & 0xff;
		smallestSecondary = head.get() & 0xff;
		int pageBits = head.get();
		head.position(head.position() + 4 * lengths);
		used = FormatReader.number(head, lengths);
		head.position(head.position() + lengths);
		indexBlock = FormatReader.number(head, offsets);
		if (elementSize < offsets + (filtered ? 5 : 0) || maxBits < 1 || maxBits > 64 || smallestBlock < 1
				|| smallestSecondary < 1 || pageBits < 0 || pageBits > 62)
			throw new HdfException("a list with elements of " + elementSize + " bytes and numbers of " + maxBits + " bits");
		inPage = 1L << pageBits;
	}

	/** Tells of all elements. */
	void read(ChunkTable.Entry entry) {
		if (indexBlock == FormatReader.UNDEFINED)
			return;
		int secondaryInIndex = 2 * FormatReader.log2(smallestSecondary);
		int levels = 1 + maxBits - FormatReader.log2(smallestBlock);
		int dataBlocks = 2 * (smallestSecondary - 1);
		int secondaryBlocks = Math.max(0, levels - secondaryInIndex);
		int prefix = 6 + offsets;
		ByteBuffer index = storage.map(indexBlock,
				prefix + (long) inIndex * elementSize + (long) (dataBlocks + secondaryBlocks) * offsets + CHECKSUM);
		ChecksumUtils.validateChecksum(index.duplicate().order(index.order()));
		requireOwn(index, "EAIB");
		parse(entry, 0, inIndex, index);

		long first = inIndex;
		for (int level = 0; level < levels && first < used; level++) {
			long blocks = 1L << level / 2;
			long inBlock = (1L << (level + 1) / 2) * smallestBlock;
			if (level < secondaryInIndex) {
				for (long k = 0; k < blocks; k++)
					readBlock(entry, FormatReader.number(index, offsets), first + k * inBlock, inBlock, null, 0);
			} else {
				long secondary = FormatReader.number(index, offsets);
				if (secondary != FormatReader.UNDEFINED)
					readSecondary(entry, secondary, first, blocks, inBlock);
			}
			first = Math.addExact(first, Math.multiplyExact(blocks, inBlock));
		}
	}

	private void readSecondary(ChunkTable.Entry entry, long at, long first, long blocks, long inBlock) {
		visited.enter(at, 0);
		long pages = inBlock > inPage ? inBlock / inPage : 0;
		long bitmapBytes = Math.multiplyExact(blocks, (pages + 7) / 8);
		int prefix = 6 + offsets + (maxBits + 7) / 8;
		ByteBuffer all = storage.map(at,
				Math.addExact(prefix + bitmapBytes + CHECKSUM, Math.multiplyExact(blocks, offsets)));
		ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
		requireOwn(all, "EASB");
		all.position(prefix);
		ByteBuffer bitmap = FormatReader.part(all, bitmapBytes);
		for (long k = 0; k < blocks; k++)
			readBlock(entry, FormatReader.number(all, offsets), first + k * inBlock, inBlock, bitmap, k * pages);
	}

	/**
	 * Reads a data block.
	 *
	 * @param at        its address
	 * @param first     number of its first element
	 * @param count     its elements
	 * @param bitmap    bits for the pages that were written
	 * @param firstPage the block's first bit
	 */
	private void readBlock(ChunkTable.Entry entry, long at, long first, long count, ByteBuffer bitmap, long firstPage) {
		if (at == FormatReader.UNDEFINED || first >= used)
			return;
		visited.enter(at, 0);
		int prefix = 6 + offsets + (maxBits + 7) / 8;
		if (bitmap == null || count <= inPage) {
			ByteBuffer all = storage.map(at, Math.addExact(prefix + CHECKSUM, Math.multiplyExact(count, elementSize)));
			ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
			requireOwn(all, "EADB");
			parse(entry, first, count, all.position(prefix));
			return;
		}
		requireOwn(storage.map(at, prefix), "EADB");
		long page = at + prefix + CHECKSUM;
		for (long k = 0; k < count / inPage; k++) {
			long bit = firstPage + k;
			if ((bitmap.get((int) (bit / 8)) & 0x80 >> bit % 8) != 0) {
				ByteBuffer all = storage.map(page, Math.addExact(CHECKSUM, Math.multiplyExact(inPage, elementSize)));
				ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
				parse(entry, first + k * inPage, inPage, all);
			}
			page += inPage * elementSize + CHECKSUM;
		}
	}

	private void requireOwn(ByteBuffer block, String signature) {
		FormatReader.require(block, signature);
		block.position(6);
		if (FormatReader.number(block, offsets) != address)
			throw new HdfException("a block of another list");
	}

	private void parse(ChunkTable.Entry entry, long first, long count, ByteBuffer from) {
		for (long k = 0; k < count; k++)
			entry.parse(first + k, FormatReader.part(from, elementSize), filtered, offsets, chunkBytes);
	}
}
