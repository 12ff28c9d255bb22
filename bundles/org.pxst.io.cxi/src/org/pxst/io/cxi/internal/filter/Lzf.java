// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.util.Arrays;

import com.ning.compress.lzf.ChunkDecoder;
import com.ning.compress.lzf.util.ChunkDecoderFactory;

/**
 * The filter LZF of h5py: one block of LZF without a header.
 *
 * @param size decoded bytes of a whole chunk as the filter's parameters say, 0 when they do not
 */
record Lzf(int size) implements Filter {
	/** The one that checks every index. */
	private static final ChunkDecoder DECODER = ChunkDecoderFactory.safeInstance();

	@Override
	public int encodedLength(int bytes) {
		return VARIES;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		int bytes = size > 0 && size < room ? size : room;
		// of exactly this length, so that what is cut short is found out
		byte[] block = stored.length == length ? stored : Arrays.copyOf(stored, length);
		try {
			DECODER.decodeChunk(block, 0, block.length, target, offset, offset + bytes);
		} catch (IndexOutOfBoundsException e) {
			throw new IOException("a block of LZF is damaged", e);
		}
		return bytes;
	}
}
