// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;

/**
 * The error of some neighbouring pixels at all shifts of a window, over the frames that see a value at every shift.
 * Belongs to one thread.
 */
final class ShiftErrors {
	/** Frames between two looks at the monitor. */
	private static final int FRAMES_A_LOOK = 16;

	private final LoadedFrames frames;
	private final float[] whitefield;
	private final Rays rays;
	private final Samples samples;
	private final ShiftedSampler sampler;
	private final int shifts;
	private final double[] sums;
	private final double[] norms;

	/** @param most largest number of pixels at a time */
	ShiftErrors(LoadedFrames frames, ForwardModel model, ModelView view, SearchWindow window, double step,
			Samples samples, int most) {
		this.frames = frames;
		whitefield = model.whitefield().values();
		rays = view.rays();
		this.samples = samples;
		sampler = ShiftedSampler.of(view.sampler(), window, step);
		shifts = window.shifts();
		sums = new double[most * shifts];
		norms = new double[most];
	}

	/**
	 * Adds up the errors of the pixels good[first] to good[end - 1] of a block.
	 *
	 * @param good places in the block
	 */
	void addUp(RowBlock block, int[] good, int first, int end, ParallelLoop loop) {
		Arrays.fill(sums, 0);
		Arrays.fill(norms, 0);
		for (int k = 0; k < frames.count(); k++) {
			if (k % FRAMES_A_LOOK == 0)
				loop.look();
			addFrame(block, k, good, first, end);
		}
	}

	private void addFrame(RowBlock block, int k, int[] good, int first, int end) {
		int n = frames.index()[k];
		float[] frame = block.frame(k);
		int i = rays.dss().whole()[n];
		int j = rays.dfs().whole()[n];
		float s = rays.dss().part()[n];
		float f = rays.dfs().part()[n];
		for (int g = first; g < end; g++) {
			int p = block.first() + good[g];
			if (!samples.areAll() && !samples.contain(n, p))
				continue;
			if (!sampler.sample(rays.uss().whole()[p] + i, rays.uss().part()[p] + s, rays.ufs().whole()[p] + j,
					rays.ufs().part()[p] + f))
				continue;
			float intensity = frame[good[g]];
			double zero = intensity - whitefield[p];
			norms[g - first] += zero * zero;
			sampler.addSquares(intensity, whitefield[p], sums, (g - first) * shifts);
		}
	}

	/** Whether anything is known about a pixel, counted from the first. */
	boolean isKnown(int pixel) {
		return norms[pixel] > 0;
	}

	/** Sum of the squared errors of a pixel, counted from the first, at a shift. */
	double sum(int pixel, int shift) {
		return sums[pixel * shifts + shift];
	}

	/** Error of a pixel, counted from the first, at a shift. */
	float error(int pixel, int shift) {
		return (float) (sum(pixel, shift) / norms[pixel]);
	}
}
