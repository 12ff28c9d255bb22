// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.PixelStatistics;
import org.pxst.core.image.Image;

/** Mean, variance and deviation from the neighbours of each pixel over the frames. */
record PixelStatisticsKernel(LoadedFrames frames, ParallelLoop loop) {
	PixelStatistics compute() {
		int rows = frames.rows();
		int columns = frames.columns();
		float[] mean = new float[rows * columns];
		float[] variance = new float[rows * columns];
		float[] deviation = new float[rows * columns];
		loop.run(rows, i -> {
			float[] window = new float[9];
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				// differences from the first frame: a variance of exactly 0 for a pixel that does not change
				double first = frames.intensities()[0][p];
				double sum = 0;
				double square = 0;
				double away = 0;
				for (float[] frame : frames.intensities()) {
					double difference = frame[p] - first;
					sum += difference;
					square += difference * difference;
					double d = frame[p] - median(frame, i, j, window);
					away += d * d;
				}
				int n = frames.count();
				mean[p] = (float) (first + sum / n);
				variance[p] = (float) Math.max(0, square / n - sum / n * (sum / n));
				deviation[p] = (float) (away / n);
			}
		});
		return new PixelStatistics(new Image(rows, columns, mean), new Image(rows, columns, variance),
				new Image(rows, columns, deviation));
	}

	/** Median of the pixels around (i, j) that are on the detector, itself included. */
	private float median(float[] frame, int i, int j, float[] window) {
		int n = 0;
		for (int a = Math.max(0, i - 1); a <= Math.min(frames.rows() - 1, i + 1); a++)
			for (int b = Math.max(0, j - 1); b <= Math.min(frames.columns() - 1, j + 1); b++) {
				float value = frame[a * frames.columns() + b];
				int k = n++;
				while (k > 0 && window[k - 1] > value) {
					window[k] = window[k - 1];
					k--;
				}
				window[k] = value;
			}
		return n % 2 == 1 ? window[n / 2] : 0.5f * (window[n / 2 - 1] + window[n / 2]);
	}
}
