// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The error of each frame at a grid of shifts of its translation (paper, equation 6). */
record TranslationErrorSurface(LoadedFrames frames, ForwardModel model, ReferenceImage reference, int half,
		double step) {

	/** What a thread works with. */
	private final class Sums {
		private final float[] rows;
		private final ShiftedSampler sampler;
		private final double[] row;
		private final double[] sums;
		private double norm;

		Sums(FrameRows frameRows, ModelView view) {
			rows = frameRows.scratch();
			SearchWindow window = SearchWindow.around(half, half);
			sampler = ShiftedSampler.of(view.sampler(), window, step);
			row = new double[window.shifts()];
			sums = new double[window.shifts()];
		}

		void clear() {
			Arrays.fill(sums, 0);
			norm = 0;
		}

		void addRow(int n, int i, float[] intensities, int at, ModelView view) {
			Arrays.fill(row, 0);
			double rowNorm = 0;
			int ds = view.rays().dss().whole()[n];
			int df = view.rays().dfs().whole()[n];
			float s = view.rays().dss().part()[n];
			float f = view.rays().dfs().part()[n];
			float[] w = model.whitefield().values();
			int first = i * frames.columns();
			for (int j = 0; j < frames.columns(); j++) {
				int p = first + j;
				if (!view.good()[p] || !sampler.sample(view.rays().uss().whole()[p] + ds,
						view.rays().uss().part()[p] + s, view.rays().ufs().whole()[p] + df,
						view.rays().ufs().part()[p] + f))
					continue;
				float intensity = intensities[at + j];
				double zero = intensity - w[p];
				rowNorm += zero * zero;
				sampler.addSquares(intensity, w[p], row, 0);
			}
			norm += rowNorm;
			for (int c = 0; c < row.length; c++)
				sums[c] += row[c];
		}
	}

	double[] compute(ParallelLoop loop) {
		int width = 2 * half + 1;
		double[] errors = new double[frames.total() * width * width];
		Arrays.fill(errors, Double.NaN);
		ModelView view = ModelView.of(model, reference);
		FrameRows rows = new FrameRows(frames);
		loop.run(frames.count(), () -> new Sums(rows, view), (sums, k) -> {
			int n = frames.index()[k];
			sums.clear();
			rows.each(k, sums.rows, (i, values, at) -> {
				loop.look();
				sums.addRow(n, i, values, at, view);
			});
			if (sums.norm > 0)
				// a shift of the position by +step moves the sampled point by -step
				for (int c = 0; c < sums.sums.length; c++)
					errors[n * sums.sums.length + c] = sums.sums[sums.sums.length - 1 - c] / sums.norm;
		});
		return errors;
	}
}
