// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.ModelErrors;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/**
 * The errors of the model and their projections (paper, equations 7 to 10). Goes through the samples twice: the largest
 * must be known before they can be merged in fixed point.
 */
final class ErrorProjection {
	/** Where at least this part of a sample lies, the reference image has an error. */
	private static final double LEAST_WEIGHT = 1e-6;

	private final LoadedFrames frames;
	private final ForwardModel model;
	private final ReferenceImage reference;
	private final ModelView view;
	private final ParallelLoop loop;
	/** 1 / variance over frames of each pixel; 0 where the pixel does not count, or does not change at all. */
	private final double[] certainty;
	private final FrameSums sums;
	private final float[] pixel;
	private final float[] largest;

	/** Sums over the pixels of each row of each frame, (frame, row) flat. */
	private record FrameSums(double[] modelled, double[] measured, double[] error, int[] seen) {
		FrameSums(int size) {
			this(new double[size], new double[size], new double[size], new int[size]);
		}
	}

	ErrorProjection(LoadedFrames frames, ForwardModel model, ReferenceImage reference, ParallelLoop loop) {
		this.frames = frames;
		this.model = model;
		this.reference = reference;
		this.loop = loop;
		view = ModelView.of(model, reference);
		certainty = new double[frames.pixels()];
		sums = new FrameSums(frames.count() * frames.rows());
		pixel = new float[frames.pixels()];
		Arrays.fill(pixel, Float.NaN);
		largest = new float[frames.rows()];
	}

	ModelErrors compute() {
		RowBlocks.of(frames).run(loop, block -> {
			estimateVariance(block);
			addUp(block);
		});
		double[] frame = filled(frames.total());
		double[] flux = filled(frames.total());
		for (int k = 0; k < frames.count(); k++)
			projectFrame(k, frame, flux);
		return new ModelErrors(total(), frame, new Image(frames.rows(), frames.columns(), pixel), mergeSamples(), flux);
	}

	private static double[] filled(int n) {
		double[] values = new double[n];
		Arrays.fill(values, Double.NaN);
		return values;
	}

	private void estimateVariance(RowBlock block) {
		int size = block.pixels();
		double[] sum = new double[size];
		double[] square = new double[size];
		for (int k = 1; k < frames.count(); k++) {
			// differences from the first frame: exactly 0 for a pixel that does not change
			float[] first = block.frame(0);
			float[] frame = block.frame(k);
			for (int q = 0; q < size; q++) {
				double difference = (double) frame[q] - first[q];
				sum[q] += difference;
				square[q] += difference * difference;
			}
		}
		for (int q : block.good(model.mask())) {
			double mean = sum[q] / frames.count();
			double variance = square[q] / frames.count() - mean * mean;
			if (variance > 0)
				certainty[block.first() + q] = 1 / variance;
		}
	}

	/** Squared error by variance of each pixel of a block's row in a frame, NaN where there is none; from index 0 on. */
	private void sample(RowBlock block, int k, int row, float[] shown, float[] samples) {
		int columns = frames.columns();
		int first = (block.row() + row) * columns;
		view.show(frames.index()[k], first, columns, shown);
		float[] frame = block.frame(k);
		float[] w = model.whitefield().values();
		for (int j = 0; j < columns; j++) {
			float residual = frame[row * columns + j] - w[first + j] * shown[j];
			double variances = (double) residual * residual * certainty[first + j];
			samples[j] = certainty[first + j] > 0 ? (float) variances : Float.NaN;
		}
	}

	private void addUp(RowBlock block) {
		int columns = frames.columns();
		float[] shown = new float[columns];
		float[] samples = new float[columns];
		double[] sum = new double[block.pixels()];
		int[] seen = new int[block.pixels()];
		for (int k = 0; k < frames.count(); k++)
			for (int row = 0; row < block.rows(); row++) {
				sample(block, k, row, shown, samples);
				int at = row * columns;
				addUpRow(block, k, row, shown, samples);
				for (int j = 0; j < columns; j++)
					if (!Float.isNaN(samples[j])) {
						sum[at + j] += samples[j];
						seen[at + j]++;
					}
			}
		for (int q = 0; q < sum.length; q++)
			if (seen[q] > 0)
				pixel[block.first() + q] = (float) (sum[q] / seen[q]);
	}

	private void addUpRow(RowBlock block, int k, int row, float[] shown, float[] samples) {
		int columns = frames.columns();
		float[] frame = block.frame(k);
		float[] w = model.whitefield().values();
		int first = (block.row() + row) * columns;
		double modelled = 0;
		double measured = 0;
		double error = 0;
		int seen = 0;
		float most = largest[block.row() + row];
		for (int j = 0; j < columns; j++) {
			if (Float.isNaN(samples[j]))
				continue;
			double intensity = frame[row * columns + j];
			modelled += w[first + j] * shown[j] * intensity;
			measured += intensity * intensity;
			error += samples[j];
			most = Math.max(most, samples[j]);
			seen++;
		}
		largest[block.row() + row] = most;
		int at = k * frames.rows() + block.row() + row;
		sums.modelled[at] = modelled;
		sums.measured[at] = measured;
		sums.error[at] = error;
		sums.seen[at] = seen;
	}

	private void projectFrame(int k, double[] frame, double[] flux) {
		double modelled = 0;
		double measured = 0;
		double error = 0;
		long seen = 0;
		for (int at = k * frames.rows(); at < (k + 1) * frames.rows(); at++) {
			modelled += sums.modelled[at];
			measured += sums.measured[at];
			error += sums.error[at];
			seen += sums.seen[at];
		}
		if (seen > 0)
			frame[frames.index()[k]] = error / seen;
		if (measured > 0)
			flux[frames.index()[k]] = modelled / measured;
	}

	private double total() {
		double sum = 0;
		int seen = 0;
		for (float error : pixel)
			if (!Float.isNaN(error)) {
				sum += error;
				seen++;
			}
		return seen > 0 ? sum / seen : Double.NaN;
	}

	private Image mergeSamples() {
		ReferenceExtent extent = ReferenceExtent.of(reference);
		boolean[] seen = new boolean[pixel.length];
		for (int p = 0; p < seen.length; p++)
			seen[p] = !Float.isNaN(pixel[p]);
		Mask mask = new Mask(frames.rows(), frames.columns(), seen);
		ForwardModel seenModel = new ForwardModel(mask, model.whitefield(), model.map(), model.translations());
		float most = 0;
		for (float row : largest)
			most = Math.max(most, row);
		return new ReferenceMerge(frames, seenModel, extent, view.rays(), loop).sums(most, 1, this::deposit)
				.ratio(LEAST_WEIGHT);
	}

	private void deposit(RowBlock block, ReferenceDeposit deposit) {
		int columns = frames.columns();
		float[] shown = new float[columns];
		float[] samples = new float[columns];
		Rays rays = view.rays();
		for (int k = 0; k < frames.count(); k++) {
			int n = frames.index()[k];
			int i = rays.dss().whole()[n];
			int f = rays.dfs().whole()[n];
			float iPart = rays.dss().part()[n];
			float fPart = rays.dfs().part()[n];
			for (int row = 0; row < block.rows(); row++) {
				sample(block, k, row, shown, samples);
				int first = (block.row() + row) * columns;
				for (int j = 0; j < columns; j++) {
					int p = first + j;
					if (!Float.isNaN(samples[j]))
						deposit.add(rays.uss().whole()[p] + i, rays.uss().part()[p] + iPart,
								rays.ufs().whole()[p] + f, rays.ufs().part()[p] + fPart, samples[j], 1);
				}
			}
		}
	}
}
