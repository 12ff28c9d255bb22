// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;

/** Walks a version 2 B-tree (HDF5 File Format Specification 3.0, section III.A.2). */
final class BTree2 {
	/** Records are names of links. */
	static final int LINK_NAMES = 5;
	/** Records are names of attributes. */
	static final int ATTRIBUTE_NAMES = 8;
	/** Records are chunks without filters. */
	static final int CHUNKS = 10;
	/** Records are chunks with filters. */
	static final int FILTERED_CHUNKS = 11;
	private static final int NODE_PREFIX = 6;
	private static final int CHECKSUM = 4;

	private final Hdf5Storage storage;
	private final Consumer<ByteBuffer> record;
	private final Visited visited = new Visited();
	private final int type;
	private final int nodeSize;
	private final int recordSize;
	/** Bytes of the number of records in a node. */
	private final int countBytes;
	/** Bytes of the number of records below a node, by the node's height over the leaves. */
	private final int[] totalBytes;

	private BTree2(Hdf5Storage storage, long address, int type, Consumer<ByteBuffer> record) {
		this.storage = storage;
		this.record = record;
		this.type = type;
		int offsets = storage.getSizeOfOffsets();
		ByteBuffer head = storage.map(address, 16 + offsets + 2 + storage.getSizeOfLengths() + CHECKSUM);
		ChecksumUtils.validateChecksum(head.duplicate().order(head.order()));
		FormatReader.require(head, "BTHD");
		int version = head.get();
		int treeType = head.get();
		if (version != 0 || treeType != type)
			throw new HdfException("a B-tree of the wrong kind");
		nodeSize = FormatReader.count(head, 4);
		recordSize = FormatReader.count(head, 2);
		int depth = FormatReader.count(head, 2);
		head.position(head.position() + 2);
		long root = FormatReader.number(head, offsets);
		int inRoot = FormatReader.count(head, 2);
		if (recordSize < 1 || nodeSize < recordSize || depth > 32)
			throw new HdfException("a B-tree with nodes of " + nodeSize + " and records of " + recordSize + " bytes");

		long inLeaf = (nodeSize - NODE_PREFIX - CHECKSUM) / recordSize;
		countBytes = bytesFor(inLeaf);
		totalBytes = new int[depth + 1];
		double total = inLeaf;
		for (int height = 1; height <= depth; height++) {
			int pointer = offsets + countBytes + totalBytes[height - 1];
			long most = (nodeSize - NODE_PREFIX - CHECKSUM - pointer) / (recordSize + pointer);
			total = (most + 1) * total + most;
			totalBytes[height] = bytesFor((long) Math.min(total, Long.MAX_VALUE));
		}
		if (root != FormatReader.UNDEFINED)
			walk(root, inRoot, depth);
	}

	private static int bytesFor(long most) {
		return FormatReader.log2(most) / 8 + 1;
	}

	/**
	 * Goes through all records.
	 *
	 * @param storage the file
	 * @param address the tree's header
	 * @param type    type of the records
	 * @param record  is told of each
	 */
	static void walk(Hdf5Storage storage, long address, int type, Consumer<ByteBuffer> record) {
		new BTree2(storage, address, type, record);
	}

	private void walk(long address, int records, int height) {
		visited.enter(address, 0);
		int offsets = storage.getSizeOfOffsets();
		int pointer = height == 0 ? 0 : offsets + countBytes + totalBytes[height - 1];
		ByteBuffer node = storage.map(address,
				NODE_PREFIX + (long) records * recordSize + (records + 1L) * pointer + CHECKSUM);
		ChecksumUtils.validateChecksum(node.duplicate().order(node.order()));
		FormatReader.require(node, height == 0 ? "BTLF" : "BTIN");
		int version = node.get();
		int nodeType = node.get();
		if (version != 0 || nodeType != type)
			throw new HdfException("a B-tree node of the wrong kind");
		ByteBuffer own = FormatReader.part(node, (long) records * recordSize);
		for (int k = 0; k <= records; k++) {
			if (height > 0) {
				long child = FormatReader.number(node, offsets);
				int inChild = FormatReader.count(node, countBytes);
				node.position(node.position() + totalBytes[height - 1]);
				walk(child, inChild, height - 1);
			}
			if (k < records)
				record.accept(FormatReader.part(own, recordSize));
		}
	}
}
