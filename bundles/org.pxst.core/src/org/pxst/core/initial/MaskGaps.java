// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;

/**
 * The option mask_gaps of make_mask: neighbours that have the same counts in all frames. No two pixels do; these are copies
 * of each other, as some detectors' software makes them of the wide pixels beside the gaps between its chips.
 * <p>
 * Deviation from the 2020 suite, on purpose: the suite flags pairs whose sums over the frames are equal, which happens by
 * chance, above all in the dark; here the counts of each frame must be, and there must be so many that it is no chance.
 */
public final class MaskGaps {
	/** One chance of 1e9, as a natural logarithm. */
	private static final double SURE = 20.7;

	/**
	 * Reads all frames once, one after the other.
	 *
	 * @param frames  the scan
	 * @param good    indices of the frames to look at
	 * @param monitor for cancelling
	 * @return false for both of each two that are the same
	 * @throws CancelledException when cancelled
	 */
	public Mask apply(FrameSource frames, int[] good, IMonitor monitor) {
		int rows = frames.rows();
		int columns = frames.columns();
		float[] frame = new float[rows * columns];
		// of each pixel and the next one along an axis; negative infinity once they differ
		double[] alongSs = new double[frame.length];
		double[] alongFs = new double[frame.length];
		for (int n : good) {
			if (monitor.isCancelled())
				throw new CancelledException("make_mask");
			frames.read(n, 1, frame);
			compare(frame, 0, (rows - 1) * columns, columns, alongSs);
			for (int i = 0; i < rows; i++)
				compare(frame, i * columns, (i + 1) * columns - 1, 1, alongFs);
		}
		boolean[] result = new boolean[frame.length];
		Arrays.fill(result, true);
		for (int p = 0; p < frame.length; p++) {
			if (alongSs[p] > SURE)
				result[p] = result[p + columns] = false;
			if (alongFs[p] > SURE)
				result[p] = result[p + 1] = false;
		}
		return new Mask(rows, columns, result);
	}

	/** Adds how unlikely it is that two pixels agree: for Poisson's distribution by 1 / (2 sqrt(pi counts)). */
	private static void compare(float[] frame, int first, int end, int apart, double[] evidence) {
		for (int p = first; p < end; p++)
			if (frame[p] != frame[p + apart])
				evidence[p] = Double.NEGATIVE_INFINITY;
			else if (frame[p] > 0)
				evidence[p] += Math.max(0, Math.log(2 * Math.sqrt(Math.PI * frame[p])));
	}
}
