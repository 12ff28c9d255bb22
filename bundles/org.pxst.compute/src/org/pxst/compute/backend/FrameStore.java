// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import org.pxst.core.PxstException;

/**
 * Frames that fit neither on the device nor in the heap, in a scratch file of their own in the directory for temporary
 * files ({@code java.io.tmpdir}), from where rows of any frame come back quickly. The file goes when the store is closed,
 * or the program ends. Writing and reading from several threads is allowed.
 */
public final class FrameStore implements AutoCloseable {
	private final Path file;
	private final FileChannel channel;
	private final int rows;
	private final int rowBytes;

	private FrameStore(Path file, FileChannel channel, int rows, int rowBytes) {
		this.file = file;
		this.channel = channel;
		this.rows = rows;
		this.rowBytes = rowBytes;
	}

	/**
	 * Makes an empty store.
	 *
	 * @param frames   number of frames that will be put
	 * @param rows     rows of a frame
	 * @param rowBytes bytes of a row
	 * @throws PxstException when there is no room for them
	 */
	public static FrameStore create(int frames, int rows, int rowBytes) {
		long bytes = (long) frames * rows * rowBytes;
		Path directory = Path.of(System.getProperty("java.io.tmpdir"));
		try {
			long room = Files.getFileStore(directory).getUsableSpace();
			if (room < bytes)
				throw new PxstException(String.format(Locale.ROOT,
						"%s: %.4g MB of scratch space are needed for frames that do not fit into memory, and %.4g MB are free;"
								+ " set TMPDIR to a directory on a larger disk",
						directory, bytes / 1e6, room / 1e6));
			Path file = Files.createTempFile(directory, "pxst-frames-", ".tmp");
			return new FrameStore(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE), rows, rowBytes);
		} catch (IOException e) {
			throw failure(directory, "no scratch file can be made there", e);
		}
	}

	/**
	 * Puts a frame.
	 *
	 * @param k     its number
	 * @param frame its bytes, from position 0 to the limit; left as it was
	 * @throws PxstException when it cannot be written
	 */
	public void put(int k, ByteBuffer frame) {
		ByteBuffer left = frame.duplicate().rewind();
		long place = (long) k * rows * rowBytes;
		try {
			while (left.hasRemaining())
				place += channel.write(left, place);
		} catch (IOException e) {
			throw failure(file, "the scratch file cannot be written", e);
		}
	}

	/**
	 * Reads rows of a frame.
	 *
	 * @param k      number of the frame
	 * @param row    first row
	 * @param count  number of rows
	 * @param target receives them from its position on, which moves behind them
	 * @throws PxstException when they cannot be read
	 */
	public void read(int k, int row, int count, ByteBuffer target) {
		long place = ((long) k * rows + row) * rowBytes;
		ByteBuffer part = target.slice(target.position(), count * rowBytes);
		try {
			while (part.hasRemaining()) {
				int read = channel.read(part, place);
				if (read < 0)
					throw new PxstException(file + ": the scratch file is shorter than what was written to it");
				place += read;
			}
		} catch (IOException e) {
			throw failure(file, "the scratch file cannot be read", e);
		}
		target.position(target.position() + count * rowBytes);
	}

	private static PxstException failure(Path where, String what, IOException e) {
		return new PxstException(where + ": " + what + " (" + e.getMessage()
				+ "); set TMPDIR to a directory with room for all frames", e);
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			throw failure(file, "the scratch file cannot be closed", e);
		}
	}
}
