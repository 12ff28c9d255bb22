// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.SearchWindow;

/**
 * Samples the reference image around a point, at all shifts of a window. Values at the same fraction of a pixel are those
 * of {@link BilinearSampler}. Belongs to one thread.
 */
interface ShiftedSampler {
	/**
	 * @param window shifts, in steps
	 * @param step   reference pixels
	 */
	static ShiftedSampler of(BilinearSampler sampler, SearchWindow window, double step) {
		if (window.equals(SearchWindow.around(1, 1)) && step <= 1)
			return new NineSampler(sampler, step);
		return new WindowSampler(sampler, window, step);
	}

	/** Samples around (i + s, j + f); tells whether there is a value at every shift. */
	boolean sample(int i, float s, int j, float f);

	/** Adds {@code (I - W Iref)^2} of what was sampled last at each shift, (ss, fs) flat, to sums[at], sums[at + 1] ... */
	void addSquares(float intensity, float whitefield, double[] sums, int at);
}
