// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;

/** The filter fletcher32: a checksum behind the data, over 16 bit words with the high byte first. */
final class Fletcher32 implements Filter {
	private static final int CHECKSUM = 4;
	/** Words after which the sums are folded, far from overflow. */
	private static final int BLOCK = 1 << 12;

	@Override
	public int encodedLength(int bytes) {
		return bytes + CHECKSUM;
	}

	@Override
	public int decode(byte[] stored, int length, byte[] target, int offset, int room, Workspace workspace)
			throws IOException {
		int bytes = length - CHECKSUM;
		if (bytes < 0 || bytes > room)
			throw new IOException("a chunk with a checksum has " + length + " bytes, and " + room + " are expected without it");
		int expected = stored[bytes] & 0xff | (stored[bytes + 1] & 0xff) << 8 | (stored[bytes + 2] & 0xff) << 16
				| stored[bytes + 3] << 24;
		int found = checksum(stored, bytes);
		// HDF5 1.6.2 stored the two halves byte-swapped on little-endian machines
		if (found != expected && swapped(found) != expected)
			throw new IOException("a chunk is damaged: its checksum is " + Integer.toHexString(found) + " instead of "
					+ Integer.toHexString(expected));
		System.arraycopy(stored, 0, target, offset, bytes);
		return bytes;
	}

	private static int checksum(byte[] data, int length) {
		long first = 0;
		long second = 0;
		int words = length / 2;
		for (int start = 0; start < words; start += BLOCK) {
			int end = Math.min(words, start + BLOCK);
			for (int word = start; word < end; word++) {
				first += (data[2 * word] & 0xff) << 8 | data[2 * word + 1] & 0xff;
				second += first;
			}
			first = fold(first);
			second = fold(second);
		}
		if (length % 2 != 0) {
			first = fold(first + ((data[length - 1] & 0xff) << 8));
			second = fold(second + first);
		}
		return (int) (second << 16 | first);
	}

	/** The remainder by 65535, with 65535 instead of 0 for sums that are not 0. */
	private static long fold(long sum) {
		long folded = sum;
		while (folded > 0xffff)
			folded = (folded & 0xffff) + (folded >>> 16);
		return folded;
	}

	private static int swapped(int checksum) {
		return (checksum & 0x00ff00ff) << 8 | checksum >>> 8 & 0x00ff00ff;
	}
}
