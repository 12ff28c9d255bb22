// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

/**
 * Samples at the nine shifts by -step, 0, step along both axes, step at most 1: by far the most frequent ones. Without
 * branches that depend on where in a pixel the point is.
 */
final class NineSampler implements ShiftedSampler {
	private static final int SHIFTS = 9;

	private final int rows;
	private final int columns;
	private final float[] image;
	private final float step;
	/** Up to five rows of the image, each sampled at three shifts along the fast scan axis: four, and one more by rounding. */
	private final float[] across = new float[15];
	private final float[] values = new float[SHIFTS];

	NineSampler(BilinearSampler sampler, double step) {
		rows = sampler.rows();
		columns = sampler.columns();
		image = sampler.values();
		this.step = (float) step;
	}

	@Override
	public boolean sample(int i, float s, int j, float f) {
		int wholeF0 = (int) Math.floor(f - step);
		int wholeF1 = (int) f;
		int wholeF2 = (int) (f + step);
		int wholeS0 = (int) Math.floor(s - step);
		int wholeS1 = (int) s;
		int wholeS2 = (int) (s + step);
		int first = i + wholeS0;
		int last = i + wholeS2;
		int left = j + wholeF0;
		int right = j + wholeF2;
		if (first < 0 || left < 0 || first > last || left > right || last >= rows - 1 || right >= columns - 1)
			return false;
		float b0 = f - step - wholeF0;
		float b1 = f - wholeF1;
		float b2 = f + step - wholeF2;
		int middle = j + wholeF1;
		int count = wholeS2 - wholeS0 + 2;
		for (int r = 0; r < count; r++) {
			int row = (first + r) * columns;
			across[3 * r] = between(row + left, b0);
			across[3 * r + 1] = between(row + middle, b1);
			across[3 * r + 2] = between(row + right, b2);
		}
		float sum = blend(0, s - step - wholeS0, 0) + blend(wholeS1 - wholeS0, s - wholeS1, 3)
				+ blend(wholeS2 - wholeS0, s + step - wholeS2, 6);
		return !Float.isNaN(sum);
	}

	private float between(int k, float part) {
		return image[k] + part * (image[k + 1] - image[k]);
	}

	/** Returns the sum of the three values: not a number when one of them is not. */
	private float blend(int row, float part, int at) {
		int top = 3 * row;
		float v0 = across[top] + part * (across[top + 3] - across[top]);
		float v1 = across[top + 1] + part * (across[top + 4] - across[top + 1]);
		float v2 = across[top + 2] + part * (across[top + 5] - across[top + 2]);
		values[at] = v0;
		values[at + 1] = v1;
		values[at + 2] = v2;
		return v0 + v1 + v2;
	}

	@Override
	public void addSquares(float intensity, float whitefield, double[] sums, int at) {
		for (int c = 0; c < SHIFTS; c++) {
			float difference = intensity - whitefield * values[c];
			sums[at + c] += difference * difference;
		}
	}
}
