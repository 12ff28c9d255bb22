// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Puts elements together again whose bytes were stored plane by plane: first the first bytes of all elements, then the
 * second ones, and so on. Bytes behind the last whole element were left where they are.
 */
final class ByteUnshuffle {
	private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private ByteUnshuffle() {
	}

	/**
	 * Unshuffles.
	 *
	 * @param stored      the planes
	 * @param from        index of the first
	 * @param length      bytes in all
	 * @param target      receives the elements; not {@code stored}
	 * @param offset      index of the first
	 * @param elementSize bytes an element
	 */
	static void run(byte[] stored, int from, int length, byte[] target, int offset, int elementSize) {
		int count = length / elementSize;
		switch (elementSize) {
		case 1 -> System.arraycopy(stored, from, target, offset, count);
		case 2 -> pairs(stored, from, target, offset, count);
		case 4 -> fours(stored, from, target, offset, count);
		case 8 -> eights(stored, from, target, offset, count);
		default -> any(stored, from, target, offset, count, elementSize);
		}
		int whole = count * elementSize;
		System.arraycopy(stored, from + whole, target, offset + whole, length - whole);
	}

	private static void pairs(byte[] s, int p0, byte[] target, int offset, int count) {
		int p1 = p0 + count;
		for (int k = 0; k < count; k++)
			SHORT.set(target, offset + 2 * k, (short) (s[p0 + k] & 0xff | s[p1 + k] << 8));
	}

	private static void fours(byte[] s, int p0, byte[] target, int offset, int count) {
		int p1 = p0 + count;
		int p2 = p1 + count;
		int p3 = p2 + count;
		for (int k = 0; k < count; k++)
			INT.set(target, offset + 4 * k,
					s[p0 + k] & 0xff | (s[p1 + k] & 0xff) << 8 | (s[p2 + k] & 0xff) << 16 | s[p3 + k] << 24);
	}

	private static void eights(byte[] s, int p0, byte[] target, int offset, int count) {
		int p1 = p0 + count;
		int p2 = p1 + count;
		int p3 = p2 + count;
		int p4 = p3 + count;
		int p5 = p4 + count;
		int p6 = p5 + count;
		int p7 = p6 + count;
		for (int k = 0; k < count; k++) {
			int low = s[p0 + k] & 0xff | (s[p1 + k] & 0xff) << 8 | (s[p2 + k] & 0xff) << 16 | s[p3 + k] << 24;
			int high = s[p4 + k] & 0xff | (s[p5 + k] & 0xff) << 8 | (s[p6 + k] & 0xff) << 16 | s[p7 + k] << 24;
			LONG.set(target, offset + 8 * k, low & 0xffffffffL | (long) high << 32);
		}
	}

	private static void any(byte[] stored, int from, byte[] target, int offset, int count, int elementSize) {
		for (int plane = 0; plane < elementSize; plane++) {
			int at = offset + plane;
			int first = from + plane * count;
			for (int k = 0; k < count; k++, at += elementSize)
				target[at] = stored[first + k];
		}
	}
}
