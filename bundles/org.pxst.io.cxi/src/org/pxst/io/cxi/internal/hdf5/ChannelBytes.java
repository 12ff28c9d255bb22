// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

import org.pxst.core.CancelledException;

/**
 * The bytes of a file on disk. Never mapped: a mapped file that is cut short while it is read would take the whole
 * program down. Java closes a channel when a thread that reads from it is interrupted; it is opened again then for the
 * other threads.
 */
public final class ChannelBytes implements FileBytes {
	/** Largest single read; for a target on the heap the channel keeps a native buffer of this size for each thread. */
	private static final int READ = 1 << 20;

	private final Path file;
	/** What tells the file from another one that took its name; null where the system has nothing of the kind. */
	private final Object key;
	private FileChannel channel;
	private boolean closed;

	/**
	 * Opens a file for reading.
	 *
	 * @param file the file
	 */
	public ChannelBytes(Path file) throws IOException {
		this.file = file;
		channel = FileChannel.open(file, StandardOpenOption.READ);
		key = keyOf(file);
	}

	private static Object keyOf(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
	}

	@Override
	public long length() throws IOException {
		while (true) {
			FileChannel now = channel();
			try {
				return now.size();
			} catch (ClosedChannelException e) {
				requireNotInterrupted(e);
			}
		}
	}

	@Override
	public void read(long position, ByteBuffer target) throws IOException {
		int limit = target.limit();
		int start = target.position();
		while (true) {
			requireNotInterrupted(null);
			FileChannel now = channel();
			try {
				fill(now, position + target.position() - start, target, limit);
				return;
			} catch (ClosedChannelException e) {
				requireNotInterrupted(e);
			} finally {
				target.limit(limit);
			}
		}
	}

	private static void fill(FileChannel from, long position, ByteBuffer target, int limit) throws IOException {
		long at = position;
		while (target.position() < limit) {
			target.limit(Math.min(limit, target.position() + READ));
			int n = from.read(target, at);
			if (n < 0)
				throw new EOFException("the file ends at byte " + from.size() + ", before the data does");
			at += n;
		}
	}

	private void requireNotInterrupted(ClosedChannelException cause) {
		if (cause instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted())
			throw new CancelledException("reading " + file);
	}

	/** The open channel; opened again when another thread's interrupt closed it. */
	private synchronized FileChannel channel() throws IOException {
		if (closed)
			throw new ClosedChannelException();
		if (!channel.isOpen()) {
			channel = FileChannel.open(file, StandardOpenOption.READ);
			if (!Objects.equals(key, keyOf(file))) {
				channel.close();
				throw new IOException("another program replaced the file meanwhile; open it again");
			}
		}
		return channel;
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		channel.close();
	}
}
