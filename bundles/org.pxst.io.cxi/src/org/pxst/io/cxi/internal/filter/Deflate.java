// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The filter deflate (gzip in h5py): one zlib stream. */
final class Deflate implements Filter {
	private static final byte[] NOTHING = new byte[0];

	@Override
	public int encodedLength(int bytes) {
		return VARIES;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		return inflate(stored, 0, length, target, offset, room, workspace);
	}

	@Override
	public int decode(ByteBuffer stored, ByteBuffer target, Workspace workspace) throws IOException {
		Inflater inflater = workspace.inflater();
		inflater.setInput(stored.clear());
		try {
			return inflate(inflater, target.capacity(), (done, left) -> inflater.inflate(target.position(done)));
		} finally {
			// lets go of the buffer
			inflater.setInput(NOTHING);
		}
	}

	/**
	 * Decodes a zlib stream.
	 *
	 * @return number of bytes written
	 * @throws IOException when it is damaged, cut short, or there is not enough room
	 */
	static int inflate(byte[] stored, int from, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		Inflater inflater = workspace.inflater();
		inflater.setInput(stored, from, length);
		try {
			return inflate(inflater, room, (done, left) -> inflater.inflate(target, offset + done, left));
		} finally {
			inflater.setInput(NOTHING);
		}
	}

	/** Decodes some more bytes. */
	private interface Piece {
		int decode(int done, int left) throws DataFormatException;
	}

	private static int inflate(Inflater inflater, int room, Piece piece) throws IOException {
		try {
			int written = 0;
			while (!inflater.finished()) {
				int some = piece.decode(written, room - written);
				written += some;
				if (some == 0 && !inflater.finished())
					throw new IOException(inflater.needsInput() ? "a deflate stream is cut short"
							: inflater.needsDictionary() ? "a deflate stream asks for a dictionary"
									: "a deflate stream holds more than " + room + " bytes");
			}
			return written;
		} catch (DataFormatException e) {
			throw new IOException("a deflate stream is damaged: " + e.getMessage(), e);
		}
	}
}
