// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.pxst.compute.backend.PixelDecoder;
import org.pxst.core.scan.PixelType;

/** Frames in the heap, in their own type. */
final class HeldFrames implements FrameStorage {
	private final PixelDecoder decoder;
	private final int columns;
	private final byte[][] frames;

	HeldFrames(PixelType type, int frames, int columns) {
		decoder = new PixelDecoder(type);
		this.columns = columns;
		this.frames = new byte[frames][];
	}

	@Override
	public void put(int k, ByteBuffer frame) {
		byte[] bytes = new byte[frame.limit()];
		frame.get(0, bytes);
		frames[k] = bytes;
	}

	@Override
	public void read(int k, int row, int count, float[] target) {
		decoder.decode(frames[k], row * columns, count * columns, target);
	}

	@Override
	public long heapBytes() {
		return Arrays.stream(frames).mapToLong(frame -> frame.length).sum();
	}

	@Override
	public void close() {
		// the heap looks after itself
	}
}
