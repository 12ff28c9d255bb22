// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.backend.FoundShifts;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The grid search of update_pixel_map (paper, equation 4). */
record GridSearch(LoadedFrames frames, ForwardModel model, ReferenceImage reference, SearchWindow window,
		Samples samples) {
	/** So few that their sums, and what neighbours see in common, stay near the core. */
	private static final int PIXELS_AT_A_TIME = 16;
	private static final int FRAMES_AT_A_TIME = 4;
	/** Frames between two looks at the monitor. */
	private static final int FRAMES_A_LOOK = 16;

	/** What a thread works with. */
	private record Worker(GridSums[] sums, float[][] windows) {
	}

	PixelShifts search(ParallelLoop loop) {
		FoundShifts found = FoundShifts.none(window, frames.pixels());
		int[] order = window.shortestFirst();
		Rays rays = Rays.of(model, reference.n0(), reference.m0());
		ReferenceWindows windows = ReferenceWindows.of(reference.image(), window);
		RowBlocks.of(frames).run(loop, () -> worker(windows), (block, worker) -> {
			int[] good = block.good(model.mask());
			for (int first = 0; first < good.length; first += PIXELS_AT_A_TIME) {
				int end = Math.min(good.length, first + PIXELS_AT_A_TIME);
				for (int g = first; g < end; g++)
					worker.sums[g - first].clear();
				for (int k = 0; k < frames.count(); k++) {
					if (k % FRAMES_A_LOOK == 0)
						loop.look();
					addFrame(block, k, good, first, end, rays, worker);
				}
				for (int g = first; g < end; g++) {
					GridSums sums = worker.sums[g - first];
					sums.finish(worker.windows);
					int best = sums.best(order);
					if (best >= 0)
						found.set(block.first() + good[g], best, sums.error(best));
				}
			}
		});
		return found.shifts();
	}

	private Worker worker(ReferenceWindows windows) {
		GridSums[] sums = new GridSums[PIXELS_AT_A_TIME];
		for (int s = 0; s < sums.length; s++)
			sums[s] = new GridSums(windows, window);
		return new Worker(sums, new float[FRAMES_AT_A_TIME][window.shifts()]);
	}

	private void addFrame(RowBlock block, int k, int[] good, int first, int end, Rays rays, Worker worker) {
		int n = frames.index()[k];
		float[] frame = block.frame(k);
		float[] w = model.whitefield().values();
		int i = rays.dss().whole()[n] + window.firstSs();
		int j = rays.dfs().whole()[n] + window.firstFs();
		float s = rays.dss().part()[n];
		float f = rays.dfs().part()[n];
		for (int g = first; g < end; g++) {
			int p = block.first() + good[g];
			if (!samples.areAll() && !samples.contain(n, p))
				continue;
			int top = rays.uss().whole()[p] + i + (int) (rays.uss().part()[p] + s + 0.5f);
			int left = rays.ufs().whole()[p] + j + (int) (rays.ufs().part()[p] + f + 0.5f);
			// dividing by W leaves the place of the minimum as it is and keeps the sums near 1
			worker.sums[g - first].add(frame[good[g]] * (1 / w[p]), top, left, worker.windows);
		}
	}
}
