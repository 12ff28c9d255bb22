// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Leaves out frames that were taken without beam or in a beam dip: those whose mean intensity is less than a part of the
 * median frame's, or more than its inverse.
 *
 * @param least part of the median intensity, 0 .. 1
 */
public record FrameCheck(double least) {
	/** Half of the usual intensity: the illumination is not the same any more. */
	public static final double DEFAULT_LEAST = 0.5;

	/** With the default part. */
	public FrameCheck() {
		this(DEFAULT_LEAST);
	}

	/**
	 * @param frames frames to look at, ascending
	 * @param means  mean intensity of each frame of the scan
	 * @return the good ones of them, ascending; none when the median frame is empty
	 */
	public int[] goodFrames(int[] frames, double[] means) {
		double[] sorted = IntStream.of(frames).mapToDouble(n -> means[n]).sorted().toArray();
		double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
		if (!(median > 0))
			return new int[0];
		return Arrays.stream(frames).filter(n -> means[n] >= least * median && means[n] * least <= median).toArray();
	}
}
