// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.SearchWindow;

/** Samples at the shifts of any window. */
final class WindowSampler implements ShiftedSampler {
	private final int rows;
	private final int columns;
	private final float[] image;
	private final float[] shiftSs;
	private final float[] shiftFs;
	private final int[] column;
	private final float[] part;
	private final float[] values;
	/** The two rows of the image around a shift, sampled at all shifts along the fast scan axis. */
	private float[] top;
	private float[] bottom;

	/**
	 * @param window shifts, in steps
	 * @param step   reference pixels
	 */
	WindowSampler(BilinearSampler sampler, SearchWindow window, double step) {
		rows = sampler.rows();
		columns = sampler.columns();
		image = sampler.values();
		shiftSs = shifts(window.firstSs(), window.widthSs(), step);
		shiftFs = shifts(window.firstFs(), window.widthFs(), step);
		column = new int[shiftFs.length];
		part = new float[shiftFs.length];
		values = new float[window.shifts()];
		top = new float[shiftFs.length];
		bottom = new float[shiftFs.length];
	}

	private static float[] shifts(int first, int width, double step) {
		float[] shifts = new float[width];
		for (int k = 0; k < width; k++)
			shifts[k] = (float) ((first + k) * step);
		return shifts;
	}

	@Override
	public void addSquares(float intensity, float whitefield, double[] sums, int at) {
		for (int c = 0; c < values.length; c++) {
			float difference = intensity - whitefield * values[c];
			sums[at + c] += difference * difference;
		}
	}

	@Override
	public boolean sample(int i, float s, int j, float f) {
		int last = column.length - 1;
		for (int b = 0; b <= last; b++) {
			float place = f + shiftFs[b];
			int whole = (int) Math.floor(place);
			column[b] = j + whole;
			part[b] = place - whole;
		}
		if (column[0] < 0 || column[0] > column[last] || column[last] >= columns - 1)
			return false;
		int current = Integer.MIN_VALUE;
		float sum = 0;
		for (int a = 0; a < shiftSs.length; a++) {
			float place = s + shiftSs[a];
			int whole = (int) Math.floor(place);
			int row = i + whole;
			if (row < 0 || row >= rows - 1)
				return false;
			if (row != current) {
				float[] spare = top;
				top = bottom;
				bottom = spare;
				if (row != current + 1)
					sampleRow(row, top);
				sampleRow(row + 1, bottom);
				current = row;
			}
			sum += blend(place - whole, a * column.length);
		}
		return !Float.isNaN(sum);
	}

	private void sampleRow(int row, float[] target) {
		int first = row * columns;
		for (int b = 0; b < target.length; b++) {
			int k = first + column[b];
			target[b] = image[k] + part[b] * (image[k + 1] - image[k]);
		}
	}

	/** Returns the sum of the values: not a number when one of them is not. */
	private float blend(float part, int first) {
		float sum = 0;
		for (int b = 0; b < top.length; b++) {
			float value = top[b] + part * (bottom[b] - top[b]);
			values[first + b] = value;
			sum += value;
		}
		return sum;
	}
}
