// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.Closeable;
import java.io.IOException;

/** An open file on a {@link Disk}. For one thread at a time. */
public interface DiskFile extends Closeable {
	/** Length in bytes. */
	long length() throws IOException;

	/**
	 * Reads exactly so many bytes.
	 *
	 * @throws IOException when the file ends before, or cannot be read
	 */
	void read(long position, byte[] target, int offset, int count) throws IOException;

	/** Writes bytes, making the file longer when needed. */
	void write(long position, byte[] source, int offset, int count) throws IOException;

	/** Cuts the file, or makes it longer with zeros. */
	void setLength(long length) throws IOException;

	/** Returns when all that was written is on the disk. */
	void sync() throws IOException;
}
