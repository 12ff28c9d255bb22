// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntSupplier;

/** Damages files: one to three times each, at random places; in half of the files at places of the metadata alone. */
final class Damage {
	/** Integers that programs trip over. */
	private static final long[] INTEGERS = { 0, 1, 2, 3, 7, 255, 256, 65535, 1L << 20, 1L << 24, Integer.MAX_VALUE, 1L << 31,
			0xFFFFFFFFL, 1L << 32, 1L << 40, 1L << 56, Long.MAX_VALUE, Long.MIN_VALUE, -1, -2 };
	/** Numbers that programs trip over. */
	private static final double[] NUMBERS = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -0.0,
			Double.MIN_VALUE, -Double.MIN_VALUE, 1e-300, 1e-30, 1e-12, 1e-6, 1e-3, -1e-3, 1, -1, 1e3, 1e6, 1e12, 1e30, 1e300,
			-1e300, Double.MAX_VALUE };
	private static final int LONGEST = 64;

	private final Random random;

	/** @param random decides everything */
	Damage(Random random) {
		this.random = random;
	}

	/** A damaged copy. */
	byte[] of(FuzzTemplate template) {
		byte[] file = template.bytes();
		int times = 1 + random.nextInt(3);
		boolean metadataOnly = random.nextBoolean();
		for (int k = 0; k < times; k++) {
			int length = file.length;
			IntSupplier place = metadataOnly ? () -> Math.min(template.somewhereInMetadata(random), length - 1)
					: () -> random.nextInt(length);
			file = once(file, place);
			if (file.length == 0)
				break;
		}
		return file;
	}

	private byte[] once(byte[] file, IntSupplier place) {
		int at = place.getAsInt();
		int length = Math.min(1 + random.nextInt(LONGEST), file.length - at);
		switch (random.nextInt(20)) {
		case 0, 1, 2, 3:
			file[at] ^= (byte) (1 << random.nextInt(8));
			return file;
		case 4, 5, 6:
			file[at] = (byte) random.nextInt(256);
			return file;
		case 7, 8, 9, 10:
			return put(file, at, INTEGERS[random.nextInt(INTEGERS.length)]);
		case 11, 12, 13:
			return put(file, at & ~7, Double.doubleToRawLongBits(NUMBERS[random.nextInt(NUMBERS.length)]));
		case 14:
			Arrays.fill(file, at, at + length, (byte) 0);
			return file;
		case 15:
			Arrays.fill(file, at, at + length, (byte) 0xFF);
			return file;
		case 16:
			return swap(file, at, place.getAsInt(), length);
		case 17:
			return replace(file, at, at + length, Arrays.copyOfRange(file, at, at + length), 2);
		case 18:
			return replace(file, at, at + length, new byte[0], 1);
		default:
			return Arrays.copyOf(file, at);
		}
	}

	/** Writes a number of 1, 2, 4 or 8 bytes. */
	private byte[] put(byte[] file, int at, long value) {
		byte[] number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
		System.arraycopy(number, 0, file, at, Math.min(file.length - at, 1 << random.nextInt(4)));
		return file;
	}

	private static byte[] swap(byte[] file, int one, int other, int wanted) {
		int length = Math.min(wanted, Math.min(file.length - Math.max(one, other), Math.max(1, Math.abs(one - other))));
		byte[] first = Arrays.copyOfRange(file, one, one + length);
		System.arraycopy(file, other, file, one, length);
		System.arraycopy(first, 0, file, other, length);
		return file;
	}

	private static byte[] replace(byte[] file, int from, int to, byte[] by, int times) {
		ByteBuffer all = ByteBuffer.allocate(file.length - (to - from) + times * by.length).put(file, 0, from);
		for (int k = 0; k < times; k++)
			all.put(by);
		return all.put(file, to, file.length - to).array();
	}
}
