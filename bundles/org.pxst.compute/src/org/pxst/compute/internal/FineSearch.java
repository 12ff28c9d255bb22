// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.backend.FoundShifts;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The grid search in steps of less than a pixel. */
record FineSearch(LoadedFrames frames, ForwardModel model, ReferenceImage reference, SearchWindow window, double step,
		Samples samples) {
	private static final int PIXELS_AT_A_TIME = 16;

	PixelShifts search(ParallelLoop loop) {
		FoundShifts found = FoundShifts.none(window, frames.pixels());
		int[] order = window.shortestFirst();
		ModelView view = ModelView.of(model, reference);
		RowBlocks.of(frames).run(loop,
				() -> new ShiftErrors(frames, model, view, window, step, samples, PIXELS_AT_A_TIME), (block, sums) -> {
					int[] good = block.good(model.mask());
					for (int first = 0; first < good.length; first += PIXELS_AT_A_TIME) {
						int end = Math.min(good.length, first + PIXELS_AT_A_TIME);
						sums.addUp(block, good, first, end, loop);
						for (int g = first; g < end; g++)
							if (sums.isKnown(g - first)) {
								int best = best(sums, g - first, order);
								found.set(block.first() + good[g], best, sums.error(g - first, best));
							}
					}
				});
		return found.shifts();
	}

	private static int best(ShiftErrors sums, int pixel, int[] order) {
		int best = order[0];
		for (int c : order)
			if (sums.sum(pixel, c) < sums.sum(pixel, best))
				best = c;
		return best;
	}
}
