// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.nio.ByteBuffer;

import org.pxst.compute.backend.FrameStore;
import org.pxst.compute.backend.PixelDecoder;
import org.pxst.core.scan.PixelType;

/** Frames in a scratch file, in their own type. */
final class StoredFrames implements FrameStorage {
	private final PixelDecoder decoder;
	private final int columns;
	private final FrameStore store;

	StoredFrames(PixelType type, int frames, int rows, int columns) {
		decoder = new PixelDecoder(type);
		this.columns = columns;
		store = FrameStore.create(frames, rows, columns * type.bytes());
	}

	@Override
	public void put(int k, ByteBuffer frame) {
		store.put(k, frame);
	}

	@Override
	public void read(int k, int row, int count, float[] target) {
		byte[] bytes = new byte[count * columns * decoder.type().bytes()];
		store.read(k, row, count, ByteBuffer.wrap(bytes));
		decoder.decode(bytes, 0, count * columns, target);
	}

	@Override
	public long heapBytes() {
		return 0;
	}

	@Override
	public void close() {
		store.close();
	}
}
