// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.SearchWindow;

/**
 * Sums of one pixel of a grid search, an entry a shift, column by column as in {@link ReferenceWindows}. Frames that see
 * the whole window come four at a time, so that the sums are loaded and stored less often. Belongs to one thread.
 */
final class GridSums {
	private final ReferenceWindows windows;
	private final int height;
	private final int width;
	private final float[] sum;
	private final float[] norm;
	private final int[] count;
	/** What all shifts have in common. */
	private float commonNorm;
	private int commonCount;
	private boolean isCommon;
	/** Frames that see the whole window and wait for others. */
	private final float[] intensities = new float[4];
	private final int[] places = new int[4];
	private int waiting;

	GridSums(ReferenceWindows windows, SearchWindow window) {
		this.windows = windows;
		height = window.widthSs();
		width = window.widthFs();
		sum = new float[window.shifts()];
		norm = new float[window.shifts()];
		count = new int[window.shifts()];
		clear();
	}

	void clear() {
		Arrays.fill(sum, 0);
		if (!isCommon) {
			Arrays.fill(norm, 0);
			Arrays.fill(count, 0);
		}
		commonNorm = 0;
		commonCount = 0;
		isCommon = true;
		waiting = 0;
	}

	/**
	 * Adds what a frame sees.
	 *
	 * @param intensity by the whitefield
	 * @param top       row of the window's first pixel in the reference image
	 * @param left      its column
	 * @param four      room for four windows
	 */
	void add(float intensity, int top, int left, float[][] four) {
		if (!windows.isValid(top, left)) {
			addChecked(intensity, top, left);
			return;
		}
		commonNorm += (intensity - 1) * (intensity - 1);
		commonCount++;
		intensities[waiting] = intensity;
		places[waiting] = top * windows.columns() + left;
		if (++waiting < four.length)
			return;
		waiting = 0;
		for (int k = 0; k < four.length; k++)
			windows.copy(places[k], four[k]);
		addFour(sum, four[0], four[1], four[2], four[3], intensities[0], intensities[1], intensities[2], intensities[3]);
	}

	/** Adds the frames that are waiting. */
	void finish(float[][] four) {
		for (int k = 0; k < waiting; k++) {
			windows.copy(places[k], four[0]);
			addOne(sum, four[0], intensities[k]);
		}
		waiting = 0;
	}

	private static void addFour(float[] sum, float[] v0, float[] v1, float[] v2, float[] v3, float i0, float i1, float i2,
			float i3) {
		for (int c = 0; c < sum.length; c++) {
			float d0 = i0 - v0[c];
			float d1 = i1 - v1[c];
			float d2 = i2 - v2[c];
			float d3 = i3 - v3[c];
			sum[c] = sum[c] + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
		}
	}

	private static void addOne(float[] sum, float[] v0, float i0) {
		for (int c = 0; c < sum.length; c++) {
			float d0 = i0 - v0[c];
			sum[c] = sum[c] + d0 * d0;
		}
	}

	private void addChecked(float intensity, int top, int left) {
		int rows = windows.rows();
		int columns = windows.columns();
		if (top >= rows || left >= columns || top <= -height || left <= -width)
			return;
		isCommon = false;
		float square = (intensity - 1) * (intensity - 1);
		for (int b = Math.max(0, -left); b < Math.min(width, columns - left); b++)
			for (int a = Math.max(0, -top); a < Math.min(height, rows - top); a++) {
				float value = windows.at(top + a, left + b);
				if (Float.isNaN(value))
					continue;
				int c = b * height + a;
				float difference = intensity - value;
				sum[c] += difference * difference;
				norm[c] += square;
				count[c]++;
			}
	}

	/**
	 * The first of the best shifts.
	 *
	 * @param order shifts in the order in which they are looked at, row by row in the window
	 * @return the shift, row by row in the window; -1 when there is none
	 */
	int best(int[] order) {
		return isCommon ? bestOfCommon(order) : bestOfSome(order);
	}

	private int bestOfCommon(int[] order) {
		if (commonCount == 0 || !(commonNorm > 0))
			return -1;
		int best = order[0];
		float least = sum[place(best)];
		for (int c : order) {
			float s = sum[place(c)];
			if (s < least) {
				least = s;
				best = c;
			}
		}
		return best;
	}

	private int bestOfSome(int[] order) {
		int most = 0;
		for (int seen : count)
			most = Math.max(most, seen);
		int enough = Math.max(1, (most + commonCount + 1) / 2);
		int best = -1;
		float least = Float.POSITIVE_INFINITY;
		for (int c : order) {
			int at = place(c);
			if (count[at] + commonCount < enough || !(norm[at] + commonNorm > 0))
				continue;
			float error = error(c);
			if (best < 0 || error < least) {
				least = error;
				best = c;
			}
		}
		return best;
	}

	/** Error at a shift, row by row in the window. */
	float error(int shift) {
		int c = place(shift);
		return sum[c] / (norm[c] + commonNorm);
	}

	private int place(int shift) {
		return shift % width * height + shift / width;
	}
}
