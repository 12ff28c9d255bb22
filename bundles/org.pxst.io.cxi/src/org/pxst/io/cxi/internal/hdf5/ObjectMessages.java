// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;

/**
 * The messages of an object header, versions 1 and 2, not yet taken apart: a message that is of no interest, or that
 * nobody here knows, does no harm (HDF5 File Format Specification 3.0, section IV.A).
 */
final class ObjectMessages {
	static final int DATASPACE = 1;
	static final int LINK_INFO = 2;
	static final int DATATYPE = 3;
	static final int OLD_FILL_VALUE = 4;
	static final int FILL_VALUE = 5;
	static final int LINK = 6;
	static final int EXTERNAL_FILES = 7;
	static final int LAYOUT = 8;
	static final int GROUP_INFO = 10;
	static final int FILTERS = 11;
	static final int ATTRIBUTE = 12;
	static final int SYMBOL_TABLE = 17;
	static final int ATTRIBUTE_INFO = 21;
	private static final int CONTINUATION = 16;
	private static final int SHARED = 2;
	private static final int SHARED_IN_HEAP = 1;

	private final Hdf5Storage storage;
	private final List<RawMessage> messages = new ArrayList<>();
	/** Messages that a header of version 1 still has. */
	private int left;

	private record RawMessage(int type, int flags, ByteBuffer body) {
	}

	private record Block(long address, long length) {
	}

	/**
	 * Reads a header.
	 *
	 * @param storage the file
	 * @param address where it is
	 */
	ObjectMessages(Hdf5Storage storage, long address) {
		this.storage = storage;
		Visited visited = new Visited();
		visited.enter(address, 0);
		Deque<Block> more = new ArrayDeque<>();
		boolean old = storage.map(address, 4).get(0) == 1;
		int headerFlags = 0;
		if (old) {
			ByteBuffer prefix = storage.map(address, 16);
			left = FormatReader.count(prefix.position(2), 2);
			readOld(storage.map(address + 16, FormatReader.count(prefix.position(8), 4)), more);
		} else {
			headerFlags = readNew(address, more);
		}
		for (int blocks = 1; !more.isEmpty(); blocks++) {
			Block block = more.remove();
			visited.enter(block.address, 0);
			if (blocks > 10_000)
				throw new HdfException("an object header in more than " + blocks + " pieces");
			ByteBuffer bytes = storage.map(block.address, block.length);
			if (old) {
				readOld(bytes, more);
			} else {
				FormatReader.require(bytes, "OCHK");
				ChecksumUtils.validateChecksum(bytes.duplicate().order(bytes.order()).rewind());
				readNew(bytes.limit(bytes.limit() - 4), headerFlags, more);
			}
		}
	}

	private void readOld(ByteBuffer block, Deque<Block> more) {
		while (block.remaining() >= 8 && left-- > 0) {
			int type = FormatReader.count(block, 2);
			int size = FormatReader.count(block, 2);
			int flags = block.get();
			add(type, flags, FormatReader.part(block.position(block.position() + 3), size), more);
			block.position(Math.min(block.limit(), (block.position() + 7) / 8 * 8));
		}
	}

	/** Reads the first piece of a header of version 2 and gives the header's flags. */
	private int readNew(long address, Deque<Block> more) {
		ByteBuffer prefix = storage.map(address, 6);
		FormatReader.require(prefix, "OHDR");
		int version = prefix.get();
		if (version != 2)
			throw new HdfException("an object header of version " + version);
		int flags = prefix.get();
		int sizeAt = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
		int sizeBytes = 1 << (flags & 3);
		int start = sizeAt + sizeBytes;
		long size = FormatReader.count(storage.map(address + sizeAt, sizeBytes), sizeBytes);
		ByteBuffer all = storage.map(address, start + size + 4);
		ChecksumUtils.validateChecksum(all.duplicate().order(all.order()));
		readNew(all.position(start).limit(all.limit() - 4), flags, more);
		return flags;
	}

	private void readNew(ByteBuffer block, int headerFlags, Deque<Block> more) {
		int prefix = (headerFlags & 4) != 0 ? 6 : 4;
		while (block.remaining() >= prefix) {
			int type = FormatReader.count(block, 1);
			int size = FormatReader.count(block, 2);
			int flags = block.get();
			block.position(block.position() + prefix - 4);
			add(type, flags, FormatReader.part(block, size), more);
		}
	}

	private void add(int type, int flags, ByteBuffer body, Deque<Block> more) {
		if (type == CONTINUATION)
			more.add(new Block(FormatReader.number(body, storage.getSizeOfOffsets()),
					FormatReader.number(body, storage.getSizeOfLengths())));
		else if (type != 0)
			messages.add(new RawMessage(type, flags, body));
	}

	/** Whether there is a message of a type. */
	boolean has(int type) {
		return messages.stream().anyMatch(m -> m.type == type);
	}

	/**
	 * The first message of a type; one that is kept with another object is fetched from there.
	 *
	 * @return its body
	 */
	Optional<ByteBuffer> find(int type) {
		return messages.stream().filter(m -> m.type == type).findFirst().map(this::body);
	}

	/** Bodies of all messages of a type. */
	List<ByteBuffer> all(int type) {
		return messages.stream().filter(m -> m.type == type).map(this::body).toList();
	}

	private ByteBuffer body(RawMessage message) {
		ByteBuffer body = message.body.duplicate().order(message.body.order());
		if ((message.flags & SHARED) == 0)
			return body;
		int version = body.get();
		int kind = body.get();
		if (version == 3 && kind == SHARED_IN_HEAP)
			throw new UnsupportedHdfException("it uses a table of shared messages, which cannot be read");
		if (version == 1)
			body.position(8);
		ObjectMessages other = new ObjectMessages(storage, FormatReader.number(body, storage.getSizeOfOffsets()));
		RawMessage shared = other.messages.stream().filter(m -> m.type == message.type).findFirst()
				.orElseThrow(() -> new HdfException("a shared message is not where it should be"));
		if ((shared.flags & SHARED) != 0)
			throw new HdfException("its structure refers to itself");
		return shared.body.duplicate().order(shared.body.order());
	}
}
