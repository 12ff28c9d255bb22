// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.pxst.core.scan.FrameSource;

/** Frames that are read in the type they are stored in; as float they are converted from that. */
abstract class StoredFrames implements FrameSource {
	/** 2^64, which Java's long has as 0. */
	private static final double TWO_TO_64 = 0x1p64;

	@Override
	public final void read(int first, int count, float[] target) {
		int pixels = rows() * columns();
		ByteBuffer frame = ByteBuffer.allocate(Math.multiplyExact(pixels, type().bytes())).order(ByteOrder.nativeOrder());
		for (int n = 0; n < count; n++) {
			readStored(first + n, 1, frame.clear());
			for (int k = 0; k < pixels; k++)
				target[n * pixels + k] = value(frame, k);
		}
	}

	private float value(ByteBuffer pixels, int k) {
		return switch (type()) {
		case UINT8 -> pixels.get(k) & 0xff;
		case INT8 -> pixels.get(k);
		case UINT16 -> pixels.getShort(2 * k) & 0xffff;
		case INT16 -> pixels.getShort(2 * k);
		case UINT32 -> pixels.getInt(4 * k) & 0xffffffffL;
		case INT32 -> pixels.getInt(4 * k);
		case UINT64 -> {
			long bits = pixels.getLong(8 * k);
			yield (float) (bits >= 0 ? bits : bits + TWO_TO_64);
		}
		case INT64 -> pixels.getLong(8 * k);
		case FLOAT32 -> pixels.getFloat(4 * k);
		case FLOAT64 -> (float) pixels.getDouble(8 * k);
		};
	}
}
