// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.pxst.core.scan.PixelType;

/**
 * Makes intensities of pixels that are kept in the detector's own type. Usable from several threads.
 *
 * @param type one that frames are kept in, see {@link FrameLoading#kept(PixelType)}
 */
public record PixelDecoder(PixelType type) {
	private static final VarHandle SHORTS = view(short[].class);
	private static final VarHandle INTS = view(int[].class);
	private static final VarHandle FLOATS = view(float[].class);

	private static VarHandle view(Class<?> array) {
		return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.nativeOrder());
	}

	/**
	 * Decodes consecutive pixels.
	 *
	 * @param stored pixels in the machine's byte order
	 * @param first  place of the first of them, counted in pixels
	 * @param count  number of them
	 * @param target receives their intensities from index 0 on
	 */
	public void decode(byte[] stored, int first, int count, float[] target) {
		switch (type) {
		case UINT8 -> bytes(stored, first, count, 0xff, target);
		case INT8 -> bytes(stored, first, count, -1, target);
		case UINT16 -> shorts(stored, first, count, 0xffff, target);
		case INT16 -> shorts(stored, first, count, -1, target);
		case UINT32 -> ints(stored, first, count, 0xffffffffL, target);
		case INT32 -> ints(stored, first, count, -1, target);
		case FLOAT32 -> floats(stored, first, count, target);
		default -> throw new IllegalArgumentException("frames are not kept as " + type);
		}
	}

	private static void bytes(byte[] stored, int first, int count, int bits, float[] target) {
		for (int q = 0; q < count; q++)
			target[q] = stored[first + q] & bits;
	}

	private static void shorts(byte[] stored, int first, int count, int bits, float[] target) {
		for (int q = 0; q < count; q++)
			target[q] = (short) SHORTS.get(stored, Short.BYTES * (first + q)) & bits;
	}

	private static void ints(byte[] stored, int first, int count, long bits, float[] target) {
		for (int q = 0; q < count; q++)
			target[q] = (int) INTS.get(stored, Integer.BYTES * (first + q)) & bits;
	}

	private static void floats(byte[] stored, int first, int count, float[] target) {
		for (int q = 0; q < count; q++)
			target[q] = (float) FLOATS.get(stored, Float.BYTES * (first + q));
	}
}
