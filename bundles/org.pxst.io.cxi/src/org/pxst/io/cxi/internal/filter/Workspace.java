// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.util.zip.Inflater;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/** What one thread needs besides source and target while it decodes; kept from chunk to chunk. */
final class Workspace {
	private final byte[][] buffers = new byte[5][];
	private BitUnshuffle bitUnshuffle;
	private final Lz4Decompressor lz4 = new Lz4Decompressor();
	private Inflater inflater;
	private ZstdDecompressor zstd;
	private SnappyDecompressor snappy;

	/**
	 * Memory for what lies between two steps of the pipeline.
	 *
	 * @param step   the number of the step; neighbours never share memory
	 * @param length bytes needed at least
	 */
	byte[] between(int step, int length) {
		return buffer(step % 2, length);
	}

	/**
	 * Memory for what a filter has between its own stages.
	 *
	 * @param length bytes needed at least
	 */
	byte[] inside(int length) {
		return buffer(2, length);
	}

	/**
	 * Memory for a whole chunk whose buffer has no array.
	 *
	 * @param side   0 for the encoded one, 1 for the decoded one
	 * @param length bytes needed at least
	 */
	byte[] whole(int side, int length) {
		return buffer(3 + side, length);
	}

	private byte[] buffer(int index, int length) {
		if (buffers[index] == null || buffers[index].length < length)
			buffers[index] = new byte[length];
		return buffers[index];
	}

	/** A decoder of zlib streams, ready for a new stream. */
	Inflater inflater() {
		if (inflater == null)
			inflater = new Inflater();
		else
			inflater.reset();
		return inflater;
	}

	/** Puts bit planes together. */
	BitUnshuffle bitUnshuffle() {
		if (bitUnshuffle == null)
			bitUnshuffle = new BitUnshuffle();
		return bitUnshuffle;
	}

	/** A decoder of LZ4 blocks, without state. */
	Lz4Decompressor lz4() {
		return lz4;
	}

	/** A decoder of zstd frames, which keeps its tables' memory. */
	ZstdDecompressor zstd() {
		if (zstd == null)
			zstd = new ZstdDecompressor();
		return zstd;
	}

	/** A decoder of Snappy blocks. */
	SnappyDecompressor snappy() {
		if (snappy == null)
			snappy = new SnappyDecompressor();
		return snappy;
	}
}
