// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.image.Image;

/** The median over frames of each pixel (paper, equation 2). */
record MedianWhitefield(LoadedFrames frames, ParallelLoop loop) {
	Image compute() {
		int columns = frames.columns();
		float[] median = new float[frames.rows() * columns];
		int n = frames.count();
		loop.run(frames.rows(), i -> {
			float[] values = new float[n];
			for (int p = i * columns; p < (i + 1) * columns; p++) {
				for (int k = 0; k < n; k++)
					values[k] = frames.intensities()[k][p];
				Arrays.sort(values);
				median[p] = n % 2 == 1 ? values[n / 2] : 0.5f * (values[n / 2 - 1] + values[n / 2]);
			}
		});
		return new Image(frames.rows(), columns, median);
	}
}
