// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The error of each frame at a grid of shifts of its translation (paper, equation 6). */
record TranslationErrorSurface(LoadedFrames frames, ForwardModel model, ReferenceImage reference, int half,
		double step) {

	double[] compute(ParallelLoop loop) {
		int width = 2 * half + 1;
		double[] errors = new double[frames.total() * width * width];
		Arrays.fill(errors, Double.NaN);
		GoodPixels pixels = GoodPixels.of(model.mask());
		BilinearSampler sampler = BilinearSampler.of(reference.image());
		loop.run(frames.count(), k -> {
			double[] sums = new double[width * width];
			double norm = sumErrors(k, pixels, sampler, sums, loop);
			if (norm > 0)
				for (int c = 0; c < sums.length; c++)
					errors[frames.index()[k] * sums.length + c] = sums[c] / norm;
		});
		return errors;
	}

	private double sumErrors(int k, GoodPixels pixels, BilinearSampler sampler, double[] sums, ParallelLoop loop) {
		int width = 2 * half + 1;
		float[] samples = new float[sums.length];
		float[] frame = frames.intensities()[k];
		float[] w = model.whitefield().values();
		double oss = reference.n0() - model.translations().ss()[frames.index()[k]];
		double ofs = reference.m0() - model.translations().fs()[frames.index()[k]];
		double norm = 0;
		for (int q = 0; q < pixels.count(); q++) {
			if ((q & 0x3fff) == 0 && loop.monitor().isCancelled())
				return 0;
			int p = pixels.index()[q];
			double s = model.map().ss()[p] + oss;
			double f = model.map().fs()[p] + ofs;
			boolean seen = true;
			// a shift of the position by +step moves the sampled point by -step
			for (int c = 0; c < samples.length && seen; c++) {
				samples[c] = sampler.at(s - (c / width - half) * step, f - (c % width - half) * step);
				seen = !Float.isNaN(samples[c]);
			}
			if (!seen)
				continue;
			double zero = frame[p] - w[p];
			norm += zero * zero;
			for (int c = 0; c < samples.length; c++) {
				double difference = frame[p] - w[p] * samples[c];
				sums[c] += difference * difference;
			}
		}
		return norm;
	}
}
