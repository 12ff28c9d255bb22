// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.nio.ByteBuffer;

/** Where the frames of a scan are kept. Reading from several threads is allowed. */
interface FrameStorage extends AutoCloseable {
	/**
	 * Puts a frame.
	 *
	 * @param k     its number
	 * @param frame its bytes, from position 0 to the limit
	 */
	void put(int k, ByteBuffer frame);

	/**
	 * Reads rows of a frame.
	 *
	 * @param k      number of the frame
	 * @param row    first row
	 * @param count  number of rows
	 * @param target receives their intensities from index 0 on
	 */
	void read(int k, int row, int count, float[] target);

	/** Bytes of the heap that they take. */
	long heapBytes();

	@Override
	void close();
}
