// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The least-squares whitefield for given reference image, map and translations. */
record WhitefieldFit(LoadedFrames frames, ForwardModel model, ReferenceImage reference) {
	Image compute(ParallelLoop loop) {
		float[] fitted = model.whitefield().values().clone();
		ModelView view = ModelView.of(model, reference);
		RowBlocks.of(frames).run(loop, block -> {
			int size = block.pixels();
			float[] seen = new float[size];
			double[] product = new double[size];
			double[] square = new double[size];
			int[] count = new int[size];
			for (int k = 0; k < frames.count(); k++) {
				float[] frame = block.frame(k);
				view.show(frames.index()[k], block.first(), size, seen);
				for (int q = 0; q < size; q++)
					if (!Float.isNaN(seen[q])) {
						product[q] += (double) frame[q] * seen[q];
						square[q] += (double) seen[q] * seen[q];
						count[q]++;
					}
			}
			for (int q = 0; q < size; q++)
				if (2 * count[q] >= frames.count() && square[q] > 0 && product[q] > 0)
					fitted[block.first() + q] = (float) (product[q] / square[q]);
		});
		return new Image(frames.rows(), frames.columns(), fitted);
	}
}
