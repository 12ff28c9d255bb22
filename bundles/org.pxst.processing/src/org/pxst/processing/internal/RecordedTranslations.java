// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Arrays;

import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.SamplePositions;

/** The recorded positions in reference pixels, as a reconstruction starts from them. */
public final class RecordedTranslations {
	private RecordedTranslations() {
	}

	/**
	 * @param positions recorded positions, N entries
	 * @param frames    frames to be used
	 * @param dss       reference pixel along the slow scan axis, m
	 * @param dfs       reference pixel along the fast scan axis, m
	 * @return N entries, with the mean over all of them taken off; NaN for frames that are not used
	 */
	public static PixelTranslations of(SamplePositions positions, int[] frames, double dss, double dfs) {
		PixelTranslations all = positions.inPixels(dss, dfs);
		double[] ss = new double[all.frames()];
		double[] fs = new double[all.frames()];
		Arrays.fill(ss, Double.NaN);
		Arrays.fill(fs, Double.NaN);
		for (int n : frames) {
			ss[n] = all.ss()[n];
			fs[n] = all.fs()[n];
		}
		return new PixelTranslations(ss, fs);
	}
}
