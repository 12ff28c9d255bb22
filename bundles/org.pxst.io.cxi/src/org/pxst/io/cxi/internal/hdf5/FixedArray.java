// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;

/** A list of chunks whose length is known (HDF5 File Format Specification 3.0, section VII.C). */
final class FixedArray {
	private static final int CHECKSUM = 4;

	private final Hdf5Storage storage;
	private final long address;
	private final long chunkBytes;
	private final boolean filtered;
	private final int elementSize;
	private final int pageBits;
	private final long elements;
	private final long block;

	/**
	 * @param storage    the file
	 * @param address    where the list's header is
	 * @param chunkBytes size of chunks without filters
	 */
	FixedArray(Hdf5Storage storage, long address, long chunkBytes) {
		this.storage = storage;
		this.address = address;
		this.chunkBytes = chunkBytes;
		int offsets = storage.getSizeOfOffsets();
		ByteBuffer head = storage.map(address, 8 + storage.getSizeOfLengths() + offsets + CHECKSUM);
		ChecksumUtils.validateChecksum(head.duplicate().order(head.order()));
		FormatReader.require(head, "FAHD");
		int version = head.get();
		int client = head.get();
		if (version != 0 || client < 0 || client > 1)
			throw new HdfException("a list of chunks of another version");
		filtered = client == 1;
		elementSize = head.get();
		pageBits = head.get();
		if (elementSize < offsets + (filtered ? 5 : 0) || pageBits < 0 || pageBits > 62)
			throw new HdfException("a list with elements of " + elementSize + " bytes in pages of " + pageBits + " bits");
		elements = FormatReader.number(head, storage.getSizeOfLengths());
		block = FormatReader.number(head, offsets);
	}

	/** Tells of all elements. */
	void read(ChunkTable.Entry entry) {
		if (block == FormatReader.UNDEFINED || elements <= 0)
			return;
		int prefix = 6 + storage.getSizeOfOffsets();
		ByteBuffer head = storage.map(block, prefix);
		FormatReader.require(head, "FADB");
		if (FormatReader.number(head.position(6), storage.getSizeOfOffsets()) != address)
			throw new HdfException("a block of another list");
		long inPage = 1L << pageBits;
		if (elements <= inPage) {
			long size = Math.multiplyExact(elements, elementSize);
			ByteBuffer all = storage.map(block, prefix + size + CHECKSUM);
			ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
			parse(entry, 0, elements, all.position(prefix));
			return;
		}
		long pages = FormatReader.parts(elements, inPage);
		ByteBuffer written = storage.map(block + prefix, (pages + 7) / 8);
		long at = block + prefix + (pages + 7) / 8 + CHECKSUM;
		for (int page = 0; page < pages; page++) {
			long count = Math.min(inPage, elements - page * inPage);
			if ((written.get(page / 8) & 0x80 >> page % 8) != 0) {
				ByteBuffer all = storage.map(at, count * elementSize + CHECKSUM);
				ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
				parse(entry, page * inPage, count, all);
			}
			at += inPage * elementSize + CHECKSUM;
		}
	}

	private void parse(ChunkTable.Entry entry, long first, long count, ByteBuffer from) {
		for (long k = 0; k < count; k++)
			entry.parse(first + k, FormatReader.part(from, elementSize), filtered, storage.getSizeOfOffsets(),
					chunkBytes);
	}
}
