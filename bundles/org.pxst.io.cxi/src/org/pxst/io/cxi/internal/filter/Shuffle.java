// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

/**
 * The filter shuffle: bytes plane by plane.
 *
 * @param elementSize bytes an element, at least 1
 */
record Shuffle(int elementSize) implements Filter {
	@Override
	public int encodedLength(int bytes) {
		return bytes;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace) {
		int bytes = Math.min(length, room);
		ByteUnshuffle.run(stored, 0, bytes, target, offset, elementSize);
		return bytes;
	}
}
