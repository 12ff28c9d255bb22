// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/** Mean over frames of frame / whitefield. */
record MeanContrast(LoadedFrames frames, Image whitefield, Mask mask) {
	Image compute(ParallelLoop loop) {
		float[] mean = new float[frames.pixels()];
		Arrays.fill(mean, 1);
		RowBlocks.of(frames).run(loop, block -> {
			double[] sum = new double[block.pixels()];
			for (int k = 0; k < frames.count(); k++) {
				float[] frame = block.frame(k);
				for (int q = 0; q < sum.length; q++)
					sum[q] += frame[q];
			}
			for (int q : block.good(mask)) {
				int p = block.first() + q;
				mean[p] = (float) (sum[q] / frames.count() / whitefield.values()[p]);
			}
		});
		return new Image(frames.rows(), frames.columns(), mean);
	}
}
