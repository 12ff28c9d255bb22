// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

/** Goes through a frame row by row, several rows in memory at a time: the way of sums over the pixels of a frame. */
record FrameRows(LoadedFrames frames) {
	/** Takes a row. */
	interface Body {
		/**
		 * Takes a row.
		 *
		 * @param row    its number
		 * @param values has its intensities
		 * @param at     index of the first
		 */
		void accept(int row, float[] values, int at);
	}

	/** Rows read at a time. */
	private int height() {
		return (int) Math.max(1, Math.min(frames.rows(), frames.block() / Float.BYTES / frames.columns()));
	}

	/** Memory for one thread. */
	float[] scratch() {
		return new float[height() * frames.columns()];
	}

	/** Runs the body on each row of the k-th loaded frame, in order. */
	void each(int k, float[] scratch, Body body) {
		int height = height();
		for (int first = 0; first < frames.rows(); first += height) {
			int count = Math.min(height, frames.rows() - first);
			frames.read(k, first, count, scratch);
			for (int row = first; row < first + count; row++)
				body.accept(row, scratch, (row - first) * frames.columns());
		}
	}
}
