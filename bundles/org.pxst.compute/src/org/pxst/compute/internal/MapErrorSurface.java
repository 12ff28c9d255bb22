// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The error of each pixel at nine sub-pixel shifts of its map (paper, section 4.2, quadratic refinement). */
record MapErrorSurface(LoadedFrames frames, ForwardModel model, ReferenceImage reference, double step) {
	private static final int PIXELS_A_PIECE = 256;
	private static final int SHIFTS = 9;

	float[] compute(ParallelLoop loop) {
		GoodPixels pixels = GoodPixels.of(model.mask());
		float[] errors = new float[model.mask().good().length * SHIFTS];
		Arrays.fill(errors, Float.NaN);
		BilinearSampler sampler = BilinearSampler.of(reference.image());
		loop.run(pixels.pieces(PIXELS_A_PIECE), piece -> {
			double[] sums = new double[SHIFTS];
			float[] samples = new float[SHIFTS];
			int end = Math.min(pixels.count(), (piece + 1) * PIXELS_A_PIECE);
			for (int q = piece * PIXELS_A_PIECE; q < end; q++) {
				int p = pixels.index()[q];
				double norm = sumErrors(p, sampler, samples, sums);
				if (norm > 0)
					for (int c = 0; c < SHIFTS; c++)
						errors[p * SHIFTS + c] = (float) (sums[c] / norm);
			}
		});
		return errors;
	}

	/** Adds up the squared errors over the frames that see all nine values; returns their normaliser. */
	private double sumErrors(int p, BilinearSampler sampler, float[] samples, double[] sums) {
		Arrays.fill(sums, 0);
		double norm = 0;
		double scale = 1 / model.whitefield().values()[p];
		double uss = model.map().ss()[p] + reference.n0();
		double ufs = model.map().fs()[p] + reference.m0();
		for (int k = 0; k < frames.count(); k++) {
			int n = frames.index()[k];
			double s = uss - model.translations().ss()[n];
			double f = ufs - model.translations().fs()[n];
			boolean seen = true;
			for (int c = 0; c < SHIFTS && seen; c++) {
				samples[c] = sampler.at(s + (c / 3 - 1) * step, f + (c % 3 - 1) * step);
				seen = !Float.isNaN(samples[c]);
			}
			if (!seen)
				continue;
			double intensity = frames.intensities()[k][p] * scale;
			norm += (intensity - 1) * (intensity - 1);
			for (int c = 0; c < SHIFTS; c++) {
				double difference = intensity - samples[c];
				sums[c] += difference * difference;
			}
		}
		return norm;
	}
}
