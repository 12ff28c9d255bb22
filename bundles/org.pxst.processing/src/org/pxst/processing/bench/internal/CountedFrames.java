// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * Frames of a counting detector that are in memory.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param counts  one flat (ss, fs) array a frame, unsigned
 */
record CountedFrames(int rows, int columns, short[][] counts) implements FrameSource {
	@Override
	public int frames() {
		return counts.length;
	}

	@Override
	public PixelType type() {
		return PixelType.UINT16;
	}

	@Override
	public void read(int first, int count, float[] target) {
		int k = 0;
		for (int n = first; n < first + count; n++)
			for (short pixel : counts[n])
				target[k++] = Short.toUnsignedInt(pixel);
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		ShortBuffer pixels = target.slice().order(ByteOrder.nativeOrder()).asShortBuffer();
		for (int n = first; n < first + count; n++)
			pixels.put(counts[n]);
		target.position(target.position() + Short.BYTES * pixels.position());
	}
}
