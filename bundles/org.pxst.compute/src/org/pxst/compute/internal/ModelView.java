// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** What the model shows in a frame: the reference image, sampled bilinearly where the rays meet it. */
record ModelView(boolean[] good, Rays rays, BilinearSampler sampler) {
	static ModelView of(ForwardModel model, ReferenceImage reference) {
		return new ModelView(model.mask().good(), Rays.of(model, reference.n0(), reference.m0()),
				BilinearSampler.of(reference.image()));
	}

	/**
	 * The reference image as consecutive pixels see it.
	 *
	 * @param n      index of the frame in the scan
	 * @param first  flat index of the first pixel
	 * @param count  number of pixels
	 * @param target receives their values from index 0 on; NaN where nothing is seen or the pixel does not count
	 */
	void show(int n, int first, int count, float[] target) {
		int i = rays.dss().whole()[n];
		int j = rays.dfs().whole()[n];
		float s = rays.dss().part()[n];
		float f = rays.dfs().part()[n];
		int[] uss = rays.uss().whole();
		int[] ufs = rays.ufs().whole();
		float[] ussPart = rays.uss().part();
		float[] ufsPart = rays.ufs().part();
		for (int q = 0; q < count; q++) {
			int p = first + q;
			target[q] = good[p] ? sampler.at(uss[p] + i, ussPart[p] + s, ufs[p] + j, ufsPart[p] + f) : Float.NaN;
		}
	}
}
