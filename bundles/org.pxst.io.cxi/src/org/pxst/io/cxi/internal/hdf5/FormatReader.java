// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.jhdf.exceptions.HdfException;

/** Reads the elementary fields of the format from little-endian buffers. */
final class FormatReader {
	/** An address or a count that was never set, in any of the sizes. */
	static final long UNDEFINED = -1;

	private FormatReader() {
	}

	/**
	 * An unsigned number of 1 to 8 bytes; all bits set gives {@link #UNDEFINED}, as do 8 bytes that no long can hold.
	 */
	static long number(ByteBuffer from, int bytes) {
		if (bytes < 1 || bytes > 8)
			throw new HdfException("a number of " + bytes + " bytes");
		long value = 0;
		boolean ones = true;
		for (int k = 0; k < bytes; k++) {
			int b = from.get() & 0xff;
			value |= (long) b << (8 * k);
			ones &= b == 0xff;
		}
		return ones || value < 0 ? UNDEFINED : value;
	}

	/** An unsigned number of 1 to 8 bytes, all bits set included, as long as an int can hold it. */
	static int count(ByteBuffer from, int bytes) {
		long value = bytes < 4 ? plain(from, bytes) : number(from, bytes);
		if (value < 0 || value > Integer.MAX_VALUE)
			throw new HdfException("a count that is too large");
		return (int) value;
	}

	private static long plain(ByteBuffer from, int bytes) {
		long value = 0;
		for (int k = 0; k < bytes; k++)
			value |= (from.get() & 0xffL) << (8 * k);
		return value;
	}

	/** UTF-8 text that ends with a zero byte. */
	static String text(ByteBuffer from) {
		int start = from.position();
		while (from.get() != 0)
			continue;
		return StandardCharsets.UTF_8.decode(from.duplicate().position(start).limit(from.position() - 1)).toString();
	}

	/** UTF-8 text of a length that is known; what follows a zero byte is padding. */
	static String text(ByteBuffer from, int bytes) {
		ByteBuffer field = part(from, bytes);
		for (int k = 0; k < bytes; k++)
			if (field.get(k) == 0)
				field.limit(Math.min(field.limit(), k));
		return StandardCharsets.UTF_8.decode(field).toString();
	}

	/** The next bytes as a buffer of their own. */
	static ByteBuffer part(ByteBuffer from, long bytes) {
		if (bytes < 0 || bytes > from.remaining())
			throw new HdfException("a field of " + bytes + " bytes, where " + from.remaining() + " are left");
		ByteBuffer part = from.slice(from.position(), (int) bytes).order(from.order());
		from.position(from.position() + (int) bytes);
		return part;
	}

	/** Requires a signature of four letters. */
	static void require(ByteBuffer from, String signature) {
		for (char letter : signature.toCharArray())
			if (from.get() != letter)
				throw new HdfException("no " + signature + " where one should be");
	}

	/** Logarithm to base 2, rounded down. */
	static int log2(long number) {
		if (number <= 0)
			throw new HdfException("a size of " + number);
		return 63 - Long.numberOfLeadingZeros(number);
	}

	/** How many parts of a size a whole needs, the last one perhaps not full. */
	static long parts(long whole, long size) {
		return whole / size + (whole % size == 0 ? 0 : 1);
	}
}
