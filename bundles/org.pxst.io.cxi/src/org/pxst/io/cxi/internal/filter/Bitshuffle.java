// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The filter bitshuffle (Masui et al., Astronomy and Computing 12 (2015) 181): bit planes of blocks of elements, each
 * block compressed or not. The last elements, when they are fewer than eight, are stored as they are.
 *
 * @param elementSize bytes an element
 * @param block       elements a block, for chunks that are not compressed and so do not say
 * @param codec       how blocks are compressed, if they are
 */
record Bitshuffle(int elementSize, int block, Optional<BlockCodec> codec) implements Filter {
	private static final int MULTIPLE = 8;
	private static final int DEFAULT_BLOCK_BYTES = 8192;
	private static final int SMALLEST_DEFAULT = 128;
	/** In front of compressed chunks: size of the chunk in 8 bytes, of a block in 4. */
	private static final int HEADER = 12;
	private static final int LENGTH = 4;

	/**
	 * The filter of these parameters: major and minor version, element size, elements a block (0 for the default),
	 * compression (0 none, 2 LZ4, 3 zstd).
	 *
	 * @throws IOException when they make no sense
	 */
	static Bitshuffle of(FilterStep step, int elementSize) throws IOException {
		int size = step.value(2) == 0 ? elementSize : step.value(2);
		if (size < 1)
			throw new IOException("bitshuffle with elements of " + size + " bytes");
		int block = step.value(3);
		if (block == 0)
			block = Math.max(SMALLEST_DEFAULT, DEFAULT_BLOCK_BYTES / size / MULTIPLE * MULTIPLE);
		if (block < 0 || block % MULTIPLE != 0)
			throw new IOException("bitshuffle with blocks of " + block + " elements, not a multiple of " + MULTIPLE);
		return new Bitshuffle(size, block, switch (step.value(4)) {
		case 0 -> Optional.empty();
		case 2 -> Optional.of(BlockCodec.LZ4);
		case 3 -> Optional.of(BlockCodec.ZSTD);
		default -> throw new IOException("bitshuffle with the compressor " + step.value(4)
				+ ", which is not known here; repack the file: h5repack -f GZIP=4 IN OUT");
		});
	}

	@Override
	public int encodedLength(int bytes) {
		return codec.isPresent() ? VARIES : bytes;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		return decode(ByteBuffer.wrap(stored, 0, length).slice(), ByteBuffer.wrap(target, offset, room).slice(), workspace);
	}

	@Override
	public int decode(ByteBuffer stored, ByteBuffer target, Workspace workspace) throws IOException {
		if (codec.isPresent())
			return compressed(stored, target, workspace, codec.get());
		int bytes = Math.min(stored.capacity(), target.capacity());
		int elements = bytes / elementSize;
		int done = 0;
		while (elements - done >= MULTIPLE) {
			int some = Math.min(block, (elements - done) / MULTIPLE * MULTIPLE);
			int at = done * elementSize;
			workspace.bitUnshuffle().run(stored, at, target, at, some, elementSize);
			done += some;
		}
		int at = done * elementSize;
		target.put(at, stored, at, bytes - at);
		return bytes;
	}

	private int compressed(ByteBuffer stored, ByteBuffer target, Workspace workspace, BlockCodec compressor)
			throws IOException {
		int length = stored.capacity();
		if (length < HEADER)
			throw new IOException("a chunk of bitshuffle has only " + length + " bytes");
		ByteBuffer numbers = stored.duplicate();
		long size = numbers.getLong(0);
		int blockBytes = numbers.getInt(Long.BYTES);
		if (size < 0 || size > target.capacity())
			throw new IOException("a chunk of bitshuffle says that it holds " + size + " bytes, and " + target.capacity()
					+ " are expected");
		if (blockBytes < 1 || blockBytes % elementSize != 0 || blockBytes / elementSize % MULTIPLE != 0)
			throw new IOException("a chunk of bitshuffle has blocks of " + blockBytes + " bytes");
		int bytes = (int) size;
		int unit = MULTIPLE * elementSize;
		ByteBuffer planes = ByteBuffer.wrap(workspace.inside(Math.min(blockBytes, bytes)));
		int at = HEADER;
		int done = 0;
		while (bytes - done >= unit) {
			int some = Math.min(blockBytes, (bytes - done) / unit * unit);
			int inFile = length - at < LENGTH ? -1 : numbers.getInt(at);
			at += LENGTH;
			if (inFile < 0 || inFile > length - at)
				throw cutShort();
			compressor.decodeExactly(stored.limit(at + inFile).position(at), planes.clear().limit(some), workspace);
			workspace.bitUnshuffle().run(planes, 0, target, done, some / elementSize, elementSize);
			at += inFile;
			done += some;
		}
		if (bytes - done > length - at)
			throw cutShort();
		target.put(done, numbers, at, bytes - done);
		return bytes;
	}

	private static IOException cutShort() {
		return new IOException("a chunk of bitshuffle is cut short");
	}
}
