// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The least-squares whitefield for given reference image, map and translations. */
record WhitefieldFit(LoadedFrames frames, ForwardModel model, ReferenceImage reference) {
	private static final int PIXELS_A_PIECE = 1024;

	Image compute(ParallelLoop loop) {
		GoodPixels pixels = GoodPixels.of(model.mask());
		float[] fitted = model.whitefield().values().clone();
		BilinearSampler sampler = BilinearSampler.of(reference.image());
		loop.run(pixels.pieces(PIXELS_A_PIECE), piece -> {
			int end = Math.min(pixels.count(), (piece + 1) * PIXELS_A_PIECE);
			for (int q = piece * PIXELS_A_PIECE; q < end; q++) {
				int p = pixels.index()[q];
				double uss = model.map().ss()[p] + reference.n0();
				double ufs = model.map().fs()[p] + reference.m0();
				double product = 0;
				double square = 0;
				int seen = 0;
				for (int k = 0; k < frames.count(); k++) {
					int n = frames.index()[k];
					float value = sampler.at(uss - model.translations().ss()[n], ufs - model.translations().fs()[n]);
					if (Float.isNaN(value))
						continue;
					product += (double) frames.intensities()[k][p] * value;
					square += (double) value * value;
					seen++;
				}
				if (2 * seen >= frames.count() && square > 0 && product > 0)
					fitted[p] = (float) (product / square);
			}
		});
		return new Image(model.whitefield().rows(), model.whitefield().columns(), fitted);
	}
}
