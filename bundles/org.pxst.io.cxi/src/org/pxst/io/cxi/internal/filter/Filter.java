// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Undoes one step of a filter pipeline. Callable from several threads, with a workspace each. */
interface Filter {
	/** Length of an encoded chunk that depends on its content. */
	int VARIES = -1;

	/**
	 * Length of what the filter makes of a chunk.
	 *
	 * @param bytes length before
	 * @return {@link #VARIES} when it depends on the content
	 */
	int encodedLength(int bytes);

	/**
	 * Undoes the step.
	 *
	 * @param stored    the encoded bytes
	 * @param length    their number, from index 0 on
	 * @param target    receives the decoded bytes
	 * @param offset    index of the first
	 * @param room      most bytes that may be written
	 * @param workspace of the calling thread
	 * @return number of bytes written
	 * @throws IOException when the bytes are damaged, or more than there is room for
	 */
	int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace) throws IOException;

	/**
	 * Undoes the step between buffers, which saves copies when it is the only one.
	 *
	 * @param stored    the encoded bytes, all of the buffer, direct or not; its position is changed
	 * @param target    receives the decoded bytes from index 0 on, direct or not; its position is changed
	 * @param workspace of the calling thread
	 * @return number of bytes written
	 * @throws IOException when the bytes are damaged, or more than there is room for
	 */
	default int decode(ByteBuffer stored, ByteBuffer target, Workspace workspace) throws IOException {
		int length = stored.capacity();
		byte[] from = workspace.whole(0, length);
		stored.get(0, from, 0, length);
		int room = target.capacity();
		if (target.hasArray())
			return decode(from, length, target.array(), target.arrayOffset(), room, workspace);
		byte[] to = workspace.whole(1, room);
		int written = decode(from, length, to, 0, room, workspace);
		target.put(0, to, 0, written);
		return written;
	}
}
