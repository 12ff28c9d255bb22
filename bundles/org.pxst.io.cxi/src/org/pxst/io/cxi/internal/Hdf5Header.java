// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.pxst.core.InvalidDataException;

/**
 * The superblock of an HDF5 file, read before jhdf is asked, because it tells a file that is not HDF5 and one that is
 * cut short from each other and from a sound one (HDF5 File Format Specification 3.0, section II.A).
 */
final class Hdf5Header {
	private static final byte[] SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	/** Longest part of the superblock that is of interest: version 1 with addresses of 8 bytes. */
	private static final int LENGTH = 60;

	private Hdf5Header() {
	}

	/**
	 * Checks that a file can be opened, is HDF5, and is as long as its superblock says.
	 *
	 * @param file the file
	 * @throws InvalidDataException when it is not
	 */
	static void check(Path file) {
		if (!Files.exists(file))
			throw new InvalidDataException(file + ": there is no such file; check the name");
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a CXI file in it");
		if (!Files.isReadable(file))
			throw new InvalidDataException(file + ": no permission to read this file; ask its owner for it");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long length = channel.size();
			long expected = endOfFile(file, channel, length);
			// an end that was never set is all ones, negative here
			if (expected > length)
				throw new InvalidDataException(file + ": is cut short: " + length + " bytes of the " + expected
						+ " that its header names; copy the file again");
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be read: " + Reason.of(e), e);
		}
	}

	private static long endOfFile(Path file, FileChannel channel, long length) throws IOException {
		for (long at = 0; at < length; at = at == 0 ? 512 : 2 * at) {
			ByteBuffer block = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
			while (block.hasRemaining() && channel.read(block, at + block.position()) > 0)
				continue;
			block.flip();
			if (block.remaining() >= SIGNATURE.length
					&& Arrays.equals(block.array(), 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length))
				return endOfFile(file, block, length);
		}
		throw new InvalidDataException(file + ": is not an HDF5 file" + (length == 0 ? " (it is empty)" : "")
				+ "; CXI files are HDF5");
	}

	private static long endOfFile(Path file, ByteBuffer block, long length) {
		if (block.remaining() < LENGTH)
			throw new InvalidDataException(
					file + ": is cut short: only " + length + " bytes are left; copy the file again");
		int version = block.get(8);
		int sizeOfAddresses = block.get(version < 2 ? 13 : 9);
		// the third address after the fixed part
		int fixed = version == 0 ? 24 : version == 1 ? 28 : 12;
		int at = fixed + 2 * sizeOfAddresses;
		return sizeOfAddresses == 8 ? block.getLong(at) : sizeOfAddresses == 4 ? block.getInt(at) : 0;
	}
}
