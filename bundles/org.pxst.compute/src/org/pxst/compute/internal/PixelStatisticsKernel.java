// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.PixelStatistics;
import org.pxst.core.image.Image;

/** Mean, variance and deviation from the neighbours of each pixel over the frames. */
record PixelStatisticsKernel(LoadedFrames frames, ParallelLoop loop) {
	/** Rows of a block at least: each is loaded with one more on both sides. */
	private static final int LEAST_ROWS = 8;

	PixelStatistics compute() {
		int rows = frames.rows();
		int columns = frames.columns();
		float[] mean = new float[rows * columns];
		float[] variance = new float[rows * columns];
		float[] deviation = new float[rows * columns];
		int height = Math.min(rows, Math.max(LEAST_ROWS, RowBlocks.of(frames).height()));
		loop.run((rows + height - 1) / height, () -> new MedianOfNine(rows, columns, height), (medians, piece) -> {
			int first = piece * height;
			int end = Math.min(rows, first + height);
			PixelSums sums = new PixelSums((end - first) * columns);
			for (int k = 0; k < frames.count(); k++) {
				loop.look();
				medians.load(frames, k, first, end);
				sums.add(medians);
			}
			sums.finish(frames.count(), first * columns, mean, variance, deviation);
		});
		return new PixelStatistics(new Image(rows, columns, mean), new Image(rows, columns, variance),
				new Image(rows, columns, deviation));
	}

	/** Sums over the frames of some pixels. */
	private static final class PixelSums {
		private final float[] first;
		private final double[] sum;
		private final double[] square;
		private final double[] away;
		private boolean isFirst = true;

		PixelSums(int pixels) {
			first = new float[pixels];
			sum = new double[pixels];
			square = new double[pixels];
			away = new double[pixels];
		}

		void add(MedianOfNine frame) {
			float[] values = frame.values();
			float[] medians = frame.medians();
			int offset = frame.offset();
			if (isFirst)
				System.arraycopy(values, offset, first, 0, first.length);
			isFirst = false;
			for (int q = 0; q < first.length; q++) {
				// differences from the first frame: a variance of exactly 0 for a pixel that does not change
				double difference = (double) values[offset + q] - first[q];
				sum[q] += difference;
				square[q] += difference * difference;
				double d = (double) values[offset + q] - medians[q];
				away[q] += d * d;
			}
		}

		void finish(int n, int at, float[] mean, float[] variance, float[] deviation) {
			for (int q = 0; q < first.length; q++) {
				mean[at + q] = (float) (first[q] + sum[q] / n);
				variance[at + q] = (float) Math.max(0, square[q] / n - sum[q] / n * (sum[q] / n));
				deviation[at + q] = (float) (away[q] / n);
			}
		}
	}
}
