// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.scan.SamplePositions;

/**
 * Where the sample was in each frame, in um.
 *
 * @param ss          recorded, along the slow scan axis
 * @param fs          recorded, along the fast scan axis
 * @param correctedSs found by a reconstruction, NaN for frames that it left out; empty when there was none
 * @param correctedFs found by a reconstruction, NaN for frames that it left out
 */
record FramePositions(double[] ss, double[] fs, Optional<double[]> correctedSs, Optional<double[]> correctedFs) {
	private static final double MICRO = 1e6;

	/** Positions as recorded. */
	static FramePositions of(SamplePositions recorded) {
		return new FramePositions(micrometres(recorded.ss()), micrometres(recorded.fs()), Optional.empty(),
				Optional.empty());
	}

	/**
	 * Adds the positions that a reconstruction found. Those have no origin: the mean over the frames that have both is made
	 * the same.
	 *
	 * @param translations (frame, axis) flat, in reference pixels, NaN for frames that were left out
	 * @param dss          reference pixel along the slow scan axis in m
	 * @param dfs          reference pixel along the fast scan axis in m
	 */
	FramePositions corrected(double[] translations, double dss, double dfs) {
		int frames = ss.length;
		double[] foundSs = new double[frames];
		double[] foundFs = new double[frames];
		for (int n = 0; n < frames; n++) {
			foundSs[n] = translations[2 * n] * dss * MICRO;
			foundFs[n] = translations[2 * n + 1] * dfs * MICRO;
		}
		int[] both = IntStream.range(0, frames).filter(n -> Double.isFinite(foundSs[n] + foundFs[n] + ss[n] + fs[n]))
				.toArray();
		return new FramePositions(ss, fs, Optional.of(shifted(foundSs, ss, both)), Optional.of(shifted(foundFs, fs, both)));
	}

	private static double[] shifted(double[] found, double[] recorded, int[] both) {
		double shift = IntStream.of(both).mapToDouble(n -> recorded[n] - found[n]).average().orElse(0);
		return Arrays.stream(found).map(v -> v + shift).toArray();
	}

	private static double[] micrometres(double[] metres) {
		return Arrays.stream(metres).map(v -> v * MICRO).toArray();
	}
}
