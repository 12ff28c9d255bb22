// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;

import io.jhdf.exceptions.HdfException;

/** Walks a version 1 B-tree (HDF5 File Format Specification 3.0, section III.A.1). */
final class BTree1 {
	/** Keys are names of links. */
	static final int GROUP = 0;
	/** Keys are places of chunks. */
	static final int CHUNKS = 1;

	private final Hdf5Storage storage;
	private final int type;
	private final int keySize;
	private final Entry entry;
	private final Visited visited = new Visited();

	/** Is told of the entries of the leaves. */
	@FunctionalInterface
	interface Entry {
		/**
		 * @param key     the key in front of the child
		 * @param address address of the child
		 */
		void found(ByteBuffer key, long address);
	}

	private BTree1(Hdf5Storage storage, int type, int keySize, Entry entry) {
		this.storage = storage;
		this.type = type;
		this.keySize = keySize;
		this.entry = entry;
	}

	/**
	 * Goes through all leaves in order.
	 *
	 * @param storage the file
	 * @param address the root node
	 * @param type    {@link #GROUP} or {@link #CHUNKS}
	 * @param keySize bytes of a key
	 * @param entry   is told of each
	 */
	static void walk(Hdf5Storage storage, long address, int type, int keySize, Entry entry) {
		new BTree1(storage, type, keySize, entry).walk(address, -1, 0);
	}

	private void walk(long address, int expectedLevel, int depth) {
		visited.enter(address, depth);
		int offsets = storage.getSizeOfOffsets();
		int prefix = 8 + 2 * offsets;
		ByteBuffer head = storage.map(address, prefix);
		FormatReader.require(head, "TREE");
		int nodeType = head.get();
		int level = head.get() & 0xff;
		if (nodeType != type || expectedLevel >= 0 && level != expectedLevel)
			throw new HdfException("a B-tree node of the wrong kind");
		int entries = FormatReader.count(head, 2);
		ByteBuffer node = storage.map(address + prefix, (long) entries * (keySize + offsets));
		for (int k = 0; k < entries; k++) {
			ByteBuffer key = FormatReader.part(node, keySize);
			long child = FormatReader.number(node, offsets);
			if (level > 0)
				walk(child, level - 1, depth + 1);
			else
				entry.found(key, child);
		}
	}
}
