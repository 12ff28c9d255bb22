// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The error of each pixel at nine sub-pixel shifts of its map (paper, section 4.2, quadratic refinement). */
record MapErrorSurface(LoadedFrames frames, ForwardModel model, ReferenceImage reference, double step,
		Samples samples) {
	private static final int PIXELS_AT_A_TIME = 64;
	private static final SearchWindow NINE = SearchWindow.around(1, 1);

	float[] compute(ParallelLoop loop) {
		int shifts = NINE.shifts();
		float[] errors = new float[frames.pixels() * shifts];
		Arrays.fill(errors, Float.NaN);
		ModelView view = ModelView.of(model, reference);
		RowBlocks.of(frames).run(loop,
				() -> new ShiftErrors(frames, model, view, NINE, step, samples, PIXELS_AT_A_TIME), (block, sums) -> {
					int[] good = block.good(model.mask());
					for (int first = 0; first < good.length; first += PIXELS_AT_A_TIME) {
						int end = Math.min(good.length, first + PIXELS_AT_A_TIME);
						sums.addUp(block, good, first, end, loop);
						for (int g = first; g < end; g++)
							if (sums.isKnown(g - first))
								for (int c = 0; c < shifts; c++)
									errors[(block.first() + good[g]) * shifts + c] = sums.error(g - first, c);
					}
				});
		return errors;
	}
}
