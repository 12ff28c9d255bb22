// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

import org.pxst.core.InvalidDataException;

/**
 * Counts the images of a TIFF file by going from directory to directory (TIFF 6.0, section 2), so that a chain in a circle
 * is found before an image reader goes round in it.
 */
final class TiffPages {
	private static final int CLASSIC = 42;
	private static final int BIG = 43;
	private static final int ENTRY = 12;

	private TiffPages() {
	}

	/**
	 * The number of images.
	 *
	 * @throws InvalidDataException when it is no TIFF file, or damaged
	 * @throws IOException          when it cannot be read
	 */
	static int count(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			ByteBuffer header = read(channel, 0, 8, file);
			short mark = header.getShort(0);
			if (mark != 0x4949 && mark != 0x4d4d)
				throw new InvalidDataException(file + ": is not a TIFF file");
			ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			header.order(order);
			if (header.getShort(2) == BIG)
				throw new InvalidDataException(
						file + ": is a BigTIFF file, which cannot be read; write classic TIFF files, or HDF5");
			if (header.getShort(2) != CLASSIC)
				throw new InvalidDataException(file + ": is not a TIFF file");
			Set<Long> seen = new HashSet<>();
			long at = header.getInt(4) & 0xffffffffL;
			while (at != 0) {
				if (!seen.add(at))
					throw new InvalidDataException(file + ": is a damaged TIFF file: its images follow each other in a circle");
				int entries = read(channel, at, 2, file).order(order).getShort(0) & 0xffff;
				at = read(channel, at + 2 + (long) entries * ENTRY, 4, file).order(order).getInt(0) & 0xffffffffL;
			}
			return seen.size();
		}
	}

	private static ByteBuffer read(FileChannel channel, long at, int bytes, Path file) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(bytes);
		while (buffer.hasRemaining())
			if (channel.read(buffer, at + buffer.position()) < 0)
				throw new InvalidDataException(file + ": is a TIFF file that is cut short; copy it again");
		return buffer;
	}
}
