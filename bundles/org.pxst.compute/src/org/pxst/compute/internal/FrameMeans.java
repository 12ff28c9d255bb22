// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.scan.Mask;

/** Mean intensity of each frame. */
record FrameMeans(LoadedFrames frames, Mask mask) {
	double[] compute(ParallelLoop loop) {
		double[] means = new double[frames.total()];
		Arrays.fill(means, Double.NaN);
		int count = mask.count();
		FrameRows rows = new FrameRows(frames);
		loop.run(frames.count(), rows::scratch, (scratch, k) -> {
			double[] sum = new double[1];
			rows.each(k, scratch, (row, values, at) -> sum[0] += sum(row, values, at));
			means[frames.index()[k]] = sum[0] / count;
		});
		return means;
	}

	private double sum(int row, float[] values, int at) {
		double sum = 0;
		for (int j = 0; j < frames.columns(); j++)
			if (mask.good()[row * frames.columns() + j])
				sum += values[at + j];
		return sum;
	}
}
