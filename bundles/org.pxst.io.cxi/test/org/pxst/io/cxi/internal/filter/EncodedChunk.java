// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/**
 * A chunk as it is in a file.
 *
 * @param name        what it is
 * @param elementSize bytes an element
 * @param count       number of elements
 * @param steps       the filters
 * @param text        the encoded bytes, base64
 */
record EncodedChunk(String name, int elementSize, int count, List<FilterStep> steps, String text) {
	byte[] stored() {
		return Base64.getMimeDecoder().decode(text);
	}

	int bytes() {
		return elementSize * count;
	}

	ChunkDecoder decoder() throws IOException {
		return ChunkDecoder.of(steps, elementSize, bytes());
	}

	/** The decoded bytes; the same as make_encoded_chunks.py has. */
	byte[] expected() {
		ByteBuffer all = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
		for (long i = 0; i < count; i++) {
			long slow = i / 9;
			long value = slow * slow / 31 + (i / 40 % 5 << 8 * elementSize - 4);
			for (int b = 0; b < elementSize; b++)
				all.put((byte) (value >>> 8 * b));
		}
		return all.array();
	}

	@Override
	public String toString() {
		return name;
	}
}
