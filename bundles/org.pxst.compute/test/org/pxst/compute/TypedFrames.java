// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * Frames that are stored in any of a detector's types.
 *
 * @param type   how they are stored
 * @param values one flat (ss, fs) array a frame, whole numbers for types of whole numbers
 */
public record TypedFrames(PixelType type, int rows, int columns, double[][] values) implements FrameSource {
	@Override
	public int frames() {
		return values.length;
	}

	@Override
	public void read(int first, int count, float[] target) {
		int place = 0;
		for (int n = first; n < first + count; n++)
			for (double value : values[n])
				target[place++] = (float) value;
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		ByteBuffer stored = target.duplicate().order(ByteOrder.nativeOrder());
		for (int n = first; n < first + count; n++)
			for (double value : values[n])
				put(value, stored);
		target.position(stored.position());
	}

	private void put(double value, ByteBuffer target) {
		switch (type) {
		case UINT8, INT8 -> target.put((byte) (long) value);
		case UINT16, INT16 -> target.putShort((short) (long) value);
		case UINT32, INT32 -> target.putInt((int) (long) value);
		case UINT64, INT64 -> target.putLong((long) value);
		case FLOAT32 -> target.putFloat((float) value);
		default -> target.putDouble(value);
		}
	}
}
