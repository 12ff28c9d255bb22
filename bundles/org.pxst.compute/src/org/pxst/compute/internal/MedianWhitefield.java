// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.image.Image;

/** The median over frames of each pixel (paper, equation 2). */
record MedianWhitefield(LoadedFrames frames, ParallelLoop loop) {
	Image compute() {
		int n = frames.count();
		float[] median = new float[frames.pixels()];
		RowBlocks.of(frames).run(loop, () -> new float[n], (block, values) -> {
			for (int q = 0; q < block.pixels(); q++) {
				for (int k = 0; k < n; k++)
					values[k] = block.frame(k)[q];
				median[block.first() + q] = median(values);
			}
		});
		return new Image(frames.rows(), frames.columns(), median);
	}

	private static float median(float[] values) {
		int middle = values.length / 2;
		select(values, middle);
		if (values.length % 2 == 1)
			return values[middle];
		float below = values[0];
		for (int k = 1; k < middle; k++)
			below = Math.max(below, values[k]);
		return 0.5f * (below + values[middle]);
	}

	/** Hoare's selection: brings the value that belongs there to index k, no smaller one behind and no larger one before it. */
	private static void select(float[] values, int k) {
		int left = 0;
		int right = values.length - 1;
		while (left < right) {
			float pivot = values[(left + right) >>> 1];
			int i = left;
			int j = right;
			while (i <= j) {
				while (values[i] < pivot)
					i++;
				while (values[j] > pivot)
					j--;
				if (i <= j) {
					float value = values[i];
					values[i++] = values[j];
					values[j--] = value;
				}
			}
			if (k <= j)
				right = j;
			else if (k >= i)
				left = i;
			else
				return;
		}
	}
}
