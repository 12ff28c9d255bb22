// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

/**
 * Median of the 3 x 3 pixels around each pixel of some rows of a frame, those that are on the detector. Belongs to one
 * thread.
 */
final class MedianOfNine {
	private final int rows;
	private final int columns;
	private final float[] values;
	private final float[] medians;
	private int offset;
	/** Of each column of three: smallest, middle and largest. */
	private final float[] low;
	private final float[] middle;
	private final float[] high;

	/** @param most largest number of rows at a time */
	MedianOfNine(int rows, int columns, int most) {
		this.rows = rows;
		this.columns = columns;
		values = new float[(most + 2) * columns];
		medians = new float[most * columns];
		low = new float[columns];
		middle = new float[columns];
		high = new float[columns];
	}

	/** Works on rows first to end - 1 of the k-th frame. */
	void load(LoadedFrames frames, int k, int first, int end) {
		int from = Math.max(0, first - 1);
		frames.read(k, from, Math.min(rows, end + 1) - from, values);
		offset = (first - from) * columns;
		for (int i = first; i < end; i++) {
			boolean inside = i > 0 && i < rows - 1 && columns > 2;
			if (inside)
				findInside((i - from) * columns, (i - first) * columns);
			for (int j = 0; j < columns; j += inside ? columns - 1 : 1)
				medians[(i - first) * columns + j] = findAtEdge(i, j, from);
		}
	}

	/** Intensities, from {@link #offset()} on. */
	float[] values() {
		return values;
	}

	int offset() {
		return offset;
	}

	/** Medians, from 0 on. */
	float[] medians() {
		return medians;
	}

	/** Pixels with neighbours on all sides: the median of nine is that of three numbers got from sorted columns. */
	private void findInside(int at, int to) {
		for (int j = 0; j < columns; j++) {
			float above = values[at - columns + j];
			float here = values[at + j];
			float below = values[at + columns + j];
			float less = Math.min(above, here);
			float more = Math.max(above, here);
			low[j] = Math.min(less, below);
			middle[j] = Math.max(less, Math.min(more, below));
			high[j] = Math.max(more, below);
		}
		for (int j = 1; j < columns - 1; j++) {
			float a = Math.max(low[j - 1], Math.max(low[j], low[j + 1]));
			float b = median(middle[j - 1], middle[j], middle[j + 1]);
			float c = Math.min(high[j - 1], Math.min(high[j], high[j + 1]));
			medians[to + j] = median(a, b, c);
		}
	}

	private static float median(float a, float b, float c) {
		return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
	}

	private float findAtEdge(int i, int j, int from) {
		float[] window = new float[9];
		int n = 0;
		for (int a = Math.max(0, i - 1); a <= Math.min(rows - 1, i + 1); a++)
			for (int b = Math.max(0, j - 1); b <= Math.min(columns - 1, j + 1); b++)
				window[n++] = values[(a - from) * columns + b];
		Arrays.sort(window, 0, n);
		return n % 2 == 1 ? window[n / 2] : 0.5f * (window[n / 2 - 1] + window[n / 2]);
	}
}
