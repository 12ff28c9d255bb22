// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Puts elements together again whose bits were stored plane by plane (Masui et al., Astronomy and Computing 12 (2015)
 * 181): first the lowest bits of the first bytes of all elements, eight elements a byte with the first in the lowest bit,
 * then the second bits, and so on. For use by one thread.
 * <p>
 * Works on groups of 64 elements, of which a plane has one long. Of one byte of the element there are eight planes;
 * transposing the 8 x 8 bits in each byte of their longs gives longs whose byte {@code k} belongs to element
 * {@code 8 k + c} in long {@code c}. The longs of all bytes of the element, in the order (c, byte of the element), are
 * columns of the result: transposing the 8 x 8 bytes of eight neighbouring longs gives eight pieces of eight bytes, as
 * far apart as eight elements are long. A transposition is three steps that swap halves between longs. Each step runs
 * over two whole arrays, the only kind of loop here that the compiler turns into vector instructions, and that is why
 * longs are put into arrays by what they are to be swapped with.
 */
final class BitUnshuffle {
	/** Elements with more bytes than this take the slow way. */
	private static final int LARGEST_ELEMENT = 16;
	private static final int GROUP = 64;
	/** Eight arrays of this length hold a block of the usual 8 KiB. */
	private static final int LENGTH = 128;
	/** The bits that stay in the first of two longs when 1, 2 or 4 bits, or bytes, change places. */
	private static final long[] LOW_BITS = { 0, 0x5555555555555555L, 0x3333333333333333L, 0, 0x0F0F0F0F0F0F0F0FL };
	private static final long[] LOW_BYTES = { 0, 0x00FF00FF00FF00FFL, 0x0000FFFF0000FFFFL, 0, 0x00000000FFFFFFFFL };

	/** [bit of the byte][byte of the element, group] */
	private final long[][] planes = new long[8][LENGTH];
	/** [place among eight columns][eight columns, group] */
	private final long[][] columns = new long[8][LENGTH];
	private final long[] elements = new long[8 * LENGTH];

	/**
	 * Unshuffles.
	 *
	 * @param stored      the planes, {@code count / 8} bytes each; its position does not matter, and is changed
	 * @param from        index of the first
	 * @param target      receives the elements; not {@code stored}; its position does not matter, and is changed
	 * @param offset      index of the first
	 * @param count       number of elements, a multiple of 8
	 * @param elementSize bytes an element
	 */
	void run(ByteBuffer stored, int from, ByteBuffer target, int offset, int count, int elementSize) {
		int plane = count / 8;
		int groups = elementSize > LARGEST_ELEMENT ? 0 : count / GROUP;
		int atOnce = Math.max(1, LENGTH / elementSize);
		stored.order(ByteOrder.LITTLE_ENDIAN);
		target.order(ByteOrder.LITTLE_ENDIAN);
		for (int group = 0; group < groups; group += atOnce) {
			int some = Math.min(atOnce, groups - group);
			load(stored, from + group * Long.BYTES, plane, some, elementSize);
			transpose(planes, 1, LOW_BITS, elementSize * some);
			arrange(some, elementSize);
			transpose(columns, Byte.SIZE, LOW_BYTES, elementSize * some);
			putTogether(some, elementSize);
			target.position(offset + group * GROUP * elementSize).asLongBuffer().put(elements, 0, 8 * elementSize * some);
		}
		for (int element = groups * GROUP; element < count; element += 8)
			for (int b = 0; b < elementSize; b++)
				eight(stored, from + 8 * b * plane + element / 8, plane, target, offset + element * elementSize + b,
						elementSize);
	}

	/** Fetches some longs of each plane. */
	private void load(ByteBuffer stored, int at, int plane, int some, int elementSize) {
		for (int b = 0; b < elementSize; b++)
			for (int bit = 0; bit < 8; bit++)
				stored.position(at + (8 * b + bit) * plane).asLongBuffer().get(planes[bit], b * some, some);
	}

	/** Columns of eight go together. */
	private void arrange(int some, int elementSize) {
		for (int c = 0; c < 8; c++)
			for (int b = 0; b < elementSize; b++) {
				int column = c * elementSize + b;
				System.arraycopy(planes[c], b * some, columns[column % 8], column / 8 * some, some);
			}
	}

	/** Eight elements after eight elements, eight bytes of them after eight bytes. */
	private void putTogether(int some, int elementSize) {
		for (int piece = 0; piece < 8; piece++)
			switch (elementSize) {
			case 2 -> putPairs(columns[piece], some, elements, 2 * piece);
			case 4 -> putFours(columns[piece], some, elements, 4 * piece);
			default -> {
				for (int eight = 0; eight < elementSize; eight++)
					put(columns[piece], eight * some, some, elements, piece * elementSize + eight, 8 * elementSize);
			}
			}
	}

	private static void put(long[] from, int first, int count, long[] to, int at, int stride) {
		for (int k = 0; k < count; k++)
			to[at + k * stride] = from[first + k];
	}

	/** With a stride that the compiler knows, for the checks that it need not make. */
	private static void putPairs(long[] from, int count, long[] to, int at) {
		for (int k = 0; k < count; k++) {
			int next = at + 16 * k;
			to[next] = from[k];
			to[next + 1] = from[count + k];
		}
	}

	private static void putFours(long[] from, int count, long[] to, int at) {
		for (int k = 0; k < count; k++) {
			int next = at + 32 * k;
			to[next] = from[k];
			to[next + 1] = from[count + k];
			to[next + 2] = from[2 * count + k];
			to[next + 3] = from[3 * count + k];
		}
	}

	/** Transposes 8 x 8 units of the longs that have the same index in eight arrays. */
	private static void transpose(long[][] rows, int unit, long[] low, int count) {
		for (int distance = 4; distance > 0; distance /= 2)
			for (int row = 0; row < 8; row++)
				if ((row & distance) == 0)
					swap(rows[row], rows[row + distance], distance * unit, low[distance], count);
	}

	/** Swaps what is not in the mask of the first with what is in the mask of the second. */
	private static void swap(long[] first, long[] second, int shift, long mask, int count) {
		for (int k = 0; k < count; k++) {
			long different = (first[k] >>> shift ^ second[k]) & mask;
			first[k] ^= different << shift;
			second[k] ^= different;
		}
	}

	/** One byte of each of eight elements. */
	private static void eight(ByteBuffer stored, int at, int plane, ByteBuffer target, int offset, int elementSize) {
		for (int element = 0; element < 8; element++) {
			int value = 0;
			for (int bit = 0; bit < 8; bit++)
				value |= (stored.get(at + bit * plane) >>> element & 1) << bit;
			target.put(offset + element * elementSize, (byte) value);
		}
	}
}
