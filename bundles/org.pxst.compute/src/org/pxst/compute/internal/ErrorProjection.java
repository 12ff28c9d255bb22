// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.pxst.compute.ModelErrors;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The errors of the model and their projections (paper, equations 7 to 10). */
record ErrorProjection(LoadedFrames frames, ForwardModel model, ReferenceImage reference, ParallelLoop loop) {

	ModelErrors compute() {
		GoodPixels pixels = GoodPixels.of(model.mask());
		double[] variance = variance(pixels);
		float[][] samples = new float[frames.count()][];
		double[] flux = filled(frames.total());
		double[] frame = filled(frames.total());
		BilinearSampler sampler = BilinearSampler.of(reference.image());
		loop.run(frames.count(), k -> {
			int n = frames.index()[k];
			samples[k] = new float[pixels.count()];
			double modelled = 0;
			double measured = 0;
			double sum = 0;
			int seen = 0;
			for (int q = 0; q < pixels.count(); q++) {
				int p = pixels.index()[q];
				double value = model.whitefield().values()[p]
						* sampler.at(model.map().ss()[p] - model.translations().ss()[n] + reference.n0(),
								model.map().fs()[p] - model.translations().fs()[n] + reference.m0());
				double intensity = frames.intensities()[k][p];
				double residual = intensity - value;
				samples[k][q] = (float) (residual * residual / variance[q]);
				if (Float.isNaN(samples[k][q]))
					continue;
				modelled += value * intensity;
				measured += intensity * intensity;
				sum += samples[k][q];
				seen++;
			}
			if (seen > 0)
				frame[n] = sum / seen;
			if (measured > 0)
				flux[n] = modelled / measured;
		});
		Image pixel = pixelErrors(pixels, samples);
		Image onReference = new ReferenceMerge(frames, model, loop).mergeSamples(reference, samples);
		return new ModelErrors(total(pixel), frame, pixel, onReference, flux);
	}

	private static double[] filled(int n) {
		double[] values = new double[n];
		Arrays.fill(values, Double.NaN);
		return values;
	}

	/** Variance over frames of each pixel that counts; NaN where the pixel does not change at all. */
	private double[] variance(GoodPixels pixels) {
		double[] variance = new double[pixels.count()];
		for (int q = 0; q < variance.length; q++) {
			int p = pixels.index()[q];
			// differences from the first frame: exactly 0 for a pixel that does not change
			double first = frames.intensities()[0][p];
			double sum = 0;
			double square = 0;
			for (float[] intensities : frames.intensities()) {
				double difference = intensities[p] - first;
				sum += difference;
				square += difference * difference;
			}
			double mean = sum / frames.count();
			double v = square / frames.count() - mean * mean;
			variance[q] = v > 0 ? v : Double.NaN;
		}
		return variance;
	}

	private Image pixelErrors(GoodPixels pixels, float[][] samples) {
		float[] errors = new float[model.mask().good().length];
		Arrays.fill(errors, Float.NaN);
		for (int q = 0; q < pixels.count(); q++) {
			double sum = 0;
			int seen = 0;
			for (float[] frame : samples)
				if (!Float.isNaN(frame[q])) {
					sum += frame[q];
					seen++;
				}
			if (seen > 0)
				errors[pixels.index()[q]] = (float) (sum / seen);
		}
		return new Image(model.mask().rows(), model.mask().columns(), errors);
	}

	private static double total(Image pixel) {
		double sum = 0;
		int seen = 0;
		for (float error : pixel.values())
			if (!Float.isNaN(error)) {
				sum += error;
				seen++;
			}
		return seen > 0 ? sum / seen : Double.NaN;
	}
}
