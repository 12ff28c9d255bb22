// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file, read by position. Callable from any thread; several threads may read at the same time. */
public interface FileBytes extends Closeable {
	/** Number of bytes at this moment. */
	long length() throws IOException;

	/**
	 * Reads bytes.
	 *
	 * @param position position of the first one in the file, 0 or more
	 * @param target   is filled from its position to its limit, the position moves to the limit; direct or not
	 * @throws java.io.EOFException                when the file ends before the target is full
	 * @throws IOException                         when the file cannot be read or was closed
	 * @throws org.pxst.core.CancelledException when this thread was interrupted; other threads are not disturbed
	 */
	void read(long position, ByteBuffer target) throws IOException;
}
