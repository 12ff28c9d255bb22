// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The frames of a scan, wherever they are: in a file, in memory, on their way from a detector. Shape (frame, ss, fs).
 * Reading must be possible from several threads; a source may serialise the reads.
 */
public interface FrameSource {
	/** Number of frames N, at least 1. */
	int frames();

	/** Number of detector rows M (slow scan axis), at least 1. */
	int rows();

	/** Number of detector columns L (fast scan axis), at least 1. */
	int columns();

	/**
	 * Reads whole consecutive frames.
	 *
	 * @param first  index of the first frame, 0 .. frames() - 1
	 * @param count  number of frames; first + count is at most frames()
	 * @param target receives count * rows * columns intensities from index 0 on, flat (frame, ss, fs); counts over 2^24
	 *               are rounded to float
	 * @throws org.pxst.core.PxstException when the frames cannot be read; says which file and frames
	 */
	void read(int first, int count, float[] target);

	/** How the pixels are stored at the source. */
	default PixelType type() {
		return PixelType.FLOAT32;
	}

	/**
	 * Reads whole consecutive frames in the type they are stored in, for whoever keeps them that way.
	 *
	 * @param first  index of the first frame, 0 .. frames() - 1
	 * @param count  number of frames; first + count is at most frames()
	 * @param target receives count * rows * columns pixels of {@link #type()} in the machine's byte order from its position
	 *               on, flat (frame, ss, fs); the position moves behind them. Direct buffers are filled fastest
	 * @throws org.pxst.core.PxstException when the frames cannot be read; says which file and frames
	 */
	default void readStored(int first, int count, ByteBuffer target) {
		float[] values = new float[Math.multiplyExact(count, Math.multiplyExact(rows(), columns()))];
		read(first, count, values);
		int bytes = values.length * Float.BYTES;
		target.slice().order(ByteOrder.nativeOrder()).asFloatBuffer().put(values);
		target.position(target.position() + bytes);
	}
}
