// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.jhdf.LocalHeap;
import io.jhdf.exceptions.HdfException;

/** Links of a group of the older format: a B-tree of symbol tables, with the names in a heap of their own. */
final class SymbolTable {
	private static final int NO_HARD_LINK = 2;

	private SymbolTable() {
	}

	/**
	 * Reads all links.
	 *
	 * @param storage the file
	 * @param message the group's symbol table message
	 * @return by name
	 */
	static List<Link> links(Hdf5Storage storage, ByteBuffer message) {
		int offsets = storage.getSizeOfOffsets();
		long tree = FormatReader.number(message, offsets);
		ByteBuffer names = new LocalHeap(storage, FormatReader.number(message, offsets)).getDataBuffer();
		List<Link> links = new ArrayList<>();
		BTree1.walk(storage, tree, BTree1.GROUP, storage.getSizeOfLengths(), (key, address) -> {
			ByteBuffer head = storage.map(address, 8);
			FormatReader.require(head, "SNOD");
			int entries = FormatReader.count(head.position(6), 2);
			int size = 2 * offsets + 24;
			ByteBuffer table = storage.map(address + 8, (long) entries * size);
			for (int k = 0; k < entries; k++)
				links.add(link(FormatReader.part(table, size), offsets, names));
		});
		return links;
	}

	private static Link link(ByteBuffer entry, int offsets, ByteBuffer names) {
		String name = text(names, FormatReader.number(entry, offsets));
		long header = FormatReader.number(entry, offsets);
		int cache = FormatReader.count(entry, 4);
		if (cache != NO_HARD_LINK)
			return new Link.Hard(name, header);
		entry.position(entry.position() + 4);
		return new Link.Soft(name, text(names, FormatReader.count(entry, 4)));
	}

	private static String text(ByteBuffer names, long offset) {
		if (offset < 0 || offset >= names.limit())
			throw new HdfException("a name that is not in its heap");
		return FormatReader.text(names.duplicate().position((int) offset));
	}
}
