// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The filter blosc with the container of Blosc 1: a header of 16 bytes (version, version of the compressor, flags, bytes
 * an element, then decoded size, size of a block and stored size in 4 bytes each), the place of each block in 4 bytes,
 * and the blocks. A block is one stream or one for each byte of the element, each with its stored size in 4 bytes in
 * front; a stream that would not be smaller is stored as it is. Blocks are shuffled one by one, by bytes or bits. All
 * numbers have the low byte first.
 */
final class Blosc implements Filter {
	private static final int HEADER = 16;
	private static final int NEWEST_VERSION = 2;
	private static final int LENGTH = 4;

	private static final int BYTE_SHUFFLE = 1;
	private static final int COPIED = 2;
	private static final int BIT_SHUFFLE = 4;
	private static final int NOT_SPLIT = 16;
	private static final int MOST_STREAMS = 16;
	private static final int SMALLEST_STREAM = 128;

	@Override
	public int encodedLength(int bytes) {
		return VARIES;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		if (length < HEADER)
			throw new IOException("a chunk of blosc has only " + length + " bytes");
		ByteBuffer numbers = ByteBuffer.wrap(stored, 0, length).order(ByteOrder.LITTLE_ENDIAN);
		int version = stored[0] & 0xff;
		int flags = stored[2];
		int elementSize = stored[3] & 0xff;
		int bytes = numbers.getInt(4);
		int block = numbers.getInt(8);
		int inFile = numbers.getInt(12);
		if (version > NEWEST_VERSION)
			throw new IOException("a chunk of blosc has the format version " + version
					+ ", which is not known here; repack the file: h5repack -f GZIP=4 IN OUT");
		if (bytes < 0 || bytes > room)
			throw new IOException("a chunk of blosc says that it holds " + bytes + " bytes, and " + room + " are expected");
		if (inFile > length)
			throw cutShort();
		if ((flags & COPIED) != 0) {
			if (bytes > length - HEADER)
				throw cutShort();
			System.arraycopy(stored, HEADER, target, offset, bytes);
			return bytes;
		}
		if (bytes == 0)
			return 0;
		if (block < 1 || elementSize < 1)
			throw new IOException("a chunk of blosc has blocks of " + block + " bytes and elements of " + elementSize);
		long table = (bytes + (block - 1L)) / block * LENGTH;
		if (table > length - HEADER)
			throw cutShort();
		Block one = new Block(numbers, stored, length, flags, elementSize, codec(flags), workspace);
		for (int done = 0, k = 0; done < bytes; k++) {
			int some = Math.min(block, bytes - done);
			one.decode(numbers.getInt(HEADER + k * LENGTH), target, offset + done, some, some == block);
			done += some;
		}
		return bytes;
	}

	private static BlockCodec codec(int flags) throws IOException {
		int number = flags >>> 5 & 7;
		return switch (number) {
		case 0 -> BlockCodec.BLOSCLZ;
		case 1 -> BlockCodec.LZ4;
		case 2 -> BlockCodec.SNAPPY;
		case 3 -> BlockCodec.ZLIB;
		case 4 -> BlockCodec.ZSTD;
		default -> throw new IOException("a chunk of blosc is made with the compressor " + number
				+ ", which is not known here; repack the file: h5repack -f GZIP=4 IN OUT");
		};
	}

	private static IOException cutShort() {
		return new IOException("a chunk of blosc is cut short");
	}

	/** The blocks of one chunk. */
	private record Block(ByteBuffer numbers, byte[] stored, int length, int flags, int elementSize, BlockCodec codec,
			Workspace workspace) {
		/**
		 * Decodes one.
		 *
		 * @param start where it is in the chunk
		 * @param bytes its decoded bytes
		 * @param whole whether it is no shorter than the others
		 */
		void decode(int start, byte[] target, int offset, int bytes, boolean whole) throws IOException {
			boolean byBytes = (flags & BYTE_SHUFFLE) != 0 && elementSize > 1;
			// Blosc 1 leaves blocks alone that do not have a multiple of eight elements
			boolean byBits = (flags & BIT_SHUFFLE) != 0 && bytes >= elementSize && bytes / elementSize % 8 == 0;
			if (!byBytes && !byBits) {
				streams(start, target, offset, bytes, whole);
				return;
			}
			byte[] planes = workspace.inside(bytes);
			streams(start, planes, 0, bytes, whole);
			if (byBytes) {
				ByteUnshuffle.run(planes, 0, bytes, target, offset, elementSize);
				return;
			}
			int elements = bytes / elementSize;
			workspace.bitUnshuffle().run(ByteBuffer.wrap(planes), 0, ByteBuffer.wrap(target), offset, elements, elementSize);
			int done = elements * elementSize;
			System.arraycopy(planes, done, target, offset + done, bytes - done);
		}

		private void streams(int start, byte[] target, int offset, int bytes, boolean whole) throws IOException {
			boolean split = (flags & NOT_SPLIT) == 0 && whole && elementSize <= MOST_STREAMS
					&& bytes / elementSize >= SMALLEST_STREAM && bytes % elementSize == 0;
			int streams = split ? elementSize : 1;
			int some = bytes / streams;
			int at = start;
			for (int k = 0; k < streams; k++) {
				if (at < HEADER || at > length - LENGTH)
					throw cutShort();
				int inFile = numbers.getInt(at);
				at += LENGTH;
				if (inFile < 0 || inFile > length - at)
					throw cutShort();
				if (inFile == some)
					System.arraycopy(stored, at, target, offset + k * some, some);
				else
					codec.decodeExactly(stored, at, inFile, target, offset + k * some, some, workspace);
				at += inFile;
			}
		}
	}
}
