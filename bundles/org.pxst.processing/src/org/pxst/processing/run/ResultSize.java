// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

/** About how large a result will be, to look for room before the work begins. */
final class ResultSize {
	/** Data sets of the shape of a frame: 7 of 8 bytes, 2 of 4, 1 of 1; and 3 reference images of 4 bytes, 4 frames large. */
	private static final long BYTES_PER_PIXEL = 7 * 8 + 2 * 4 + 1 + 3 * 4 * 4;
	/** Positions, errors and corrections: 7 numbers of 8 bytes. */
	private static final long BYTES_PER_FRAME = 7 * 8;

	private ResultSize() {
	}

	/**
	 * Bytes.
	 *
	 * @param shape of the stack of frames
	 */
	static long estimate(int[] shape) {
		return BYTES_PER_PIXEL * shape[1] * shape[2] + BYTES_PER_FRAME * shape[0];
	}
}
