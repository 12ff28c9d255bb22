// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.airlift.compress.Decompressor;

/** The compressors that filters build on. */
enum BlockCodec {
	/** LZ4 blocks; LZ4HC makes the same. */
	LZ4("LZ4") {
		@Override
		int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace) {
			return workspace.lz4().decompress(stored, from, length, target, offset, room);
		}
	},
	/** Zstandard frames. */
	ZSTD("zstd") {
		@Override
		int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace) {
			return workspace.zstd().decompress(stored, from, length, target, offset, room);
		}
	},
	/** Raw Snappy. */
	SNAPPY("snappy") {
		@Override
		int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace) {
			return workspace.snappy().decompress(stored, from, length, target, offset, room);
		}
	},
	/** Deflate in zlib streams. */
	ZLIB("zlib") {
		@Override
		int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace)
				throws IOException {
			return Deflate.inflate(stored, from, length, target, offset, room, workspace);
		}
	},
	/** What Blosc has of its own. */
	BLOSCLZ("blosclz") {
		@Override
		int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace)
				throws IOException {
			return BloscLz.decode(stored, from, length, target, offset, room);
		}
	};

	private final String label;

	BlockCodec(String label) {
		this.label = label;
	}

	abstract int run(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException;

	/**
	 * Decodes a block.
	 *
	 * @param stored    where it is
	 * @param from      index of its first byte
	 * @param length    its number of bytes, inside {@code stored}
	 * @param target    receives the decoded bytes
	 * @param offset    index of the first
	 * @param room      most bytes that may be written, inside {@code target}
	 * @param workspace of the calling thread
	 * @return number of bytes written
	 * @throws IOException when the block is damaged, or holds more than there is room for
	 */
	int decode(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		try {
			return run(stored, from, length, target, offset, room, workspace);
		} catch (RuntimeException e) {
			throw damaged(e);
		}
	}

	/**
	 * Decodes a block whose size is known.
	 *
	 * @param bytes decoded bytes, neither more nor fewer
	 * @throws IOException when the block is damaged, or of another size
	 */
	void decodeExactly(byte[] stored, int from, int length, byte[] target, int offset, int bytes, Workspace workspace)
			throws IOException {
		int written = decode(stored, from, length, target, offset, bytes, workspace);
		if (written != bytes)
			throw new IOException("a block of " + label + " holds " + written + " bytes instead of " + bytes);
	}

	/**
	 * Decodes a block of LZ4 or zstd between buffers, direct or not.
	 *
	 * @param stored    the block, from the position to the limit; the position is changed
	 * @param target    filled from the position to the limit; the position is changed
	 * @param workspace of the calling thread
	 * @throws IOException when the block is damaged, or of another size
	 */
	void decodeExactly(ByteBuffer stored, ByteBuffer target, Workspace workspace) throws IOException {
		int bytes = target.remaining();
		Decompressor decompressor = this == LZ4 ? workspace.lz4() : workspace.zstd();
		try {
			decompressor.decompress(stored, target);
		} catch (RuntimeException e) {
			throw damaged(e);
		}
		if (target.hasRemaining())
			throw new IOException("a block of " + label + " holds " + (bytes - target.remaining()) + " bytes instead of " + bytes);
	}

	private IOException damaged(RuntimeException e) {
		// the libraries throw unchecked exceptions of many kinds for damaged input
		return new IOException("a block of " + label + " is damaged: "
				+ (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), e);
	}
}
