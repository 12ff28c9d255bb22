// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The grid search of update_pixel_map (paper, equation 4). */
final class GridSearch {
	private static final int PIXELS_A_PIECE = 256;

	private final LoadedFrames frames;
	private final ForwardModel model;
	private final ReferenceImage reference;
	private final SearchWindow window;
	private final int rows;
	private final int columns;
	private final float[] values;
	/** Summed-area table of the reference pixels without a value: tells at once whether a whole window is valid. */
	private final int[] invalid;
	/** Shifts from the smallest to the largest, so that the smallest of equally good ones is taken. */
	private final int[] order;

	GridSearch(LoadedFrames frames, ForwardModel model, ReferenceImage reference, SearchWindow window) {
		this.frames = frames;
		this.model = model;
		this.reference = reference;
		this.window = window;
		rows = reference.image().rows();
		columns = reference.image().columns();
		values = reference.image().values();
		invalid = new int[(rows + 1) * (columns + 1)];
		for (int i = 0; i < rows; i++) {
			int row = 0;
			for (int j = 0; j < columns; j++) {
				row += Float.isNaN(values[i * columns + j]) ? 1 : 0;
				invalid[(i + 1) * (columns + 1) + j + 1] = invalid[i * (columns + 1) + j + 1] + row;
			}
		}
		int width = window.widthFs();
		order = IntStream.range(0, window.widthSs() * width).boxed().sorted(Comparator.comparingInt(k -> {
			int a = k / width - window.halfSs();
			int b = k % width - window.halfFs();
			return a * a + b * b;
		})).mapToInt(Integer::intValue).toArray();
	}

	PixelShifts search(ParallelLoop loop) {
		GoodPixels pixels = GoodPixels.of(model.mask());
		int size = model.mask().good().length;
		byte[] ss = new byte[size];
		byte[] fs = new byte[size];
		float[] error = new float[size];
		Arrays.fill(error, Float.NaN);
		loop.run(pixels.pieces(PIXELS_A_PIECE), piece -> {
			Candidates candidates = new Candidates(order.length);
			int end = Math.min(pixels.count(), (piece + 1) * PIXELS_A_PIECE);
			for (int q = piece * PIXELS_A_PIECE; q < end; q++) {
				int p = pixels.index()[q];
				accumulate(p, candidates);
				int best = candidates.best(order);
				if (best >= 0) {
					ss[p] = (byte) (best / window.widthFs() - window.halfSs());
					fs[p] = (byte) (best % window.widthFs() - window.halfFs());
					error[p] = candidates.error(best);
				}
			}
		});
		return new PixelShifts(ss, fs, error);
	}

	private void accumulate(int p, Candidates candidates) {
		candidates.clear();
		float scale = 1 / model.whitefield().values()[p];
		double uss = model.map().ss()[p] + reference.n0();
		double ufs = model.map().fs()[p] + reference.m0();
		for (int k = 0; k < frames.count(); k++) {
			int n = frames.index()[k];
			int top = (int) Math.rint(uss - model.translations().ss()[n]) - window.halfSs();
			int left = (int) Math.rint(ufs - model.translations().fs()[n]) - window.halfFs();
			// dividing by W leaves the place of the minimum as it is and keeps the sums near 1
			float intensity = frames.intensities()[k][p] * scale;
			if (isWhollyValid(top, left))
				accumulateValid(intensity, top, left, candidates);
			else
				accumulateChecked(intensity, top, left, candidates);
		}
	}

	private boolean isWhollyValid(int top, int left) {
		int width = window.widthFs();
		if (top < 0 || left < 0 || top > rows - window.widthSs() || left > columns - width)
			return false;
		int bottom = top + window.widthSs();
		int right = left + width;
		int stride = columns + 1;
		return invalid[bottom * stride + right] - invalid[top * stride + right] - invalid[bottom * stride + left]
				+ invalid[top * stride + left] == 0;
	}

	private void accumulateValid(float intensity, int top, int left, Candidates candidates) {
		int width = window.widthFs();
		float[] sum = candidates.sum;
		for (int a = 0; a < window.widthSs(); a++) {
			int base = (top + a) * columns + left;
			int row = a * width;
			for (int b = 0; b < width; b++) {
				float difference = intensity - values[base + b];
				sum[row + b] += difference * difference;
			}
		}
		candidates.commonNorm += (intensity - 1) * (intensity - 1);
		candidates.commonCount++;
	}

	private void accumulateChecked(float intensity, int top, int left, Candidates candidates) {
		int width = window.widthFs();
		if (top >= rows || left >= columns || top <= -window.widthSs() || left <= -width)
			return;
		float norm = (intensity - 1) * (intensity - 1);
		for (int a = Math.max(0, -top); a < Math.min(window.widthSs(), rows - top); a++)
			for (int b = Math.max(0, -left); b < Math.min(width, columns - left); b++) {
				float value = values[(top + a) * columns + left + b];
				if (Float.isNaN(value))
					continue;
				int c = a * width + b;
				float difference = intensity - value;
				candidates.sum[c] += difference * difference;
				candidates.norm[c] += norm;
				candidates.count[c]++;
			}
	}

	/** Sums of one pixel, an entry a shift. */
	private static final class Candidates {
		final float[] sum;
		final float[] norm;
		final int[] count;
		float commonNorm;
		int commonCount;

		Candidates(int shifts) {
			sum = new float[shifts];
			norm = new float[shifts];
			count = new int[shifts];
		}

		void clear() {
			Arrays.fill(sum, 0);
			Arrays.fill(norm, 0);
			Arrays.fill(count, 0);
			commonNorm = 0;
			commonCount = 0;
		}

		float error(int c) {
			return sum[c] / (norm[c] + commonNorm);
		}

		int best(int[] order) {
			int most = 0;
			for (int c : count)
				most = Math.max(most, c);
			int enough = Math.max(1, (most + commonCount + 1) / 2);
			int best = -1;
			for (int c : order)
				if (count[c] + commonCount >= enough && norm[c] + commonNorm > 0
						&& (best < 0 || error(c) < error(best)))
					best = c;
			return best;
		}
	}
}
