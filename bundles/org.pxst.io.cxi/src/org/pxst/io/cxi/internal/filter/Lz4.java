// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The filter LZ4: size of the chunk in 8 bytes, of a block in 4, then the blocks, each with its stored size in 4 bytes in
 * front; a block of LZ4 that would not be smaller is stored as it is. All numbers have the high byte first.
 */
final class Lz4 implements Filter {
	private static final int HEADER = 12;
	private static final int LENGTH = 4;

	@Override
	public int encodedLength(int bytes) {
		return VARIES;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		if (length < HEADER)
			throw new IOException("a chunk of LZ4 has only " + length + " bytes");
		ByteBuffer numbers = ByteBuffer.wrap(stored, 0, length);
		long size = numbers.getLong(0);
		int block = numbers.getInt(Long.BYTES);
		if (size < 0 || size > room)
			throw new IOException("a chunk of LZ4 says that it holds " + size + " bytes, and " + room + " are expected");
		if (block < 1)
			throw new IOException("a chunk of LZ4 has blocks of " + block + " bytes");
		int bytes = (int) size;
		int at = HEADER;
		int done = 0;
		while (done < bytes) {
			int some = Math.min(block, bytes - done);
			int inFile = length - at < LENGTH ? -1 : numbers.getInt(at);
			at += LENGTH;
			if (inFile < 0 || inFile > length - at)
				throw new IOException("a chunk of LZ4 is cut short");
			if (inFile == some)
				System.arraycopy(stored, at, target, offset + done, some);
			else
				BlockCodec.LZ4.decodeExactly(stored, at, inFile, target, offset + done, some, workspace);
			at += inFile;
			done += some;
		}
		return bytes;
	}
}
