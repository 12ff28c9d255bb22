// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.scan.Mask;

/** Some rows of all frames. Belongs to one thread, which loads one block after another into it. */
final class RowBlock {
	private final LoadedFrames frames;
	private final float[][] values;
	private int row;
	private int rows;

	/** @param most largest number of rows */
	RowBlock(LoadedFrames frames, int most) {
		this.frames = frames;
		values = new float[frames.count()][most * frames.columns()];
	}

	void load(int first, int count) {
		row = first;
		rows = count;
		for (int k = 0; k < values.length; k++)
			frames.read(k, first, count, values[k]);
	}

	/** First row. */
	int row() {
		return row;
	}

	int rows() {
		return rows;
	}

	/** Flat detector index of the first pixel. */
	int first() {
		return row * frames.columns();
	}

	/** Number of pixels. */
	int pixels() {
		return rows * frames.columns();
	}

	/** Intensities of the k-th frame, from {@link #first()} on. */
	float[] frame(int k) {
		return values[k];
	}

	/** The pixels of the block that count, as places in it, ascending. */
	int[] good(Mask mask) {
		int[] good = new int[pixels()];
		int count = 0;
		for (int q = 0; q < good.length; q++)
			if (mask.good()[first() + q])
				good[count++] = q;
		return Arrays.copyOf(good, count);
	}
}
