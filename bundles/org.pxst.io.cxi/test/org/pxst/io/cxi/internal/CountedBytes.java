// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.pxst.io.cxi.internal.hdf5.FileBytes;

/** Keeps account of which bytes of a file are read. */
final class CountedBytes implements FileBytes {
	private final FileBytes bytes;
	private final List<long[]> reads = new ArrayList<>();
	private boolean closed;

	CountedBytes(FileBytes bytes) {
		this.bytes = bytes;
	}

	@Override
	public long length() throws IOException {
		return bytes.length();
	}

	@Override
	public synchronized void read(long position, ByteBuffer target) throws IOException {
		reads.add(new long[] { position, position + target.remaining() });
		bytes.read(position, target);
	}

	/** Bytes that were read in all. */
	synchronized long read() {
		return readBetween(0, Long.MAX_VALUE);
	}

	/** Bytes that were read of a range. */
	synchronized long readBetween(long start, long end) {
		return reads.stream().mapToLong(read -> Math.max(0, Math.min(end, read[1]) - Math.max(start, read[0]))).sum();
	}

	synchronized boolean isClosed() {
		return closed;
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		bytes.close();
	}
}
