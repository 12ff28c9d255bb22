// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.FrameSource;

/**
 * A whitefield to look at frames with, when the file has none: the median of some frames, spread over the scan. Not what
 * make_whitefield finds, which uses all frames.
 */
final class MedianWhitefield {
	/** More do not make a better picture. */
	static final int MOST_FRAMES = 50;
	/** Fewer would leave the sample in it. */
	private static final int FEWEST_FRAMES = 9;
	/** Bytes that the frames may take. */
	private static final long MEMORY = 96L << 20;

	private MedianWhitefield() {
	}

	/**
	 * Frames to use.
	 *
	 * @param good   frames that are good, ascending, at least one
	 * @param pixels of a frame
	 * @return spread evenly
	 */
	static int[] frames(int[] good, long pixels) {
		int fit = (int) Math.max(FEWEST_FRAMES, MEMORY / (pixels * Float.BYTES));
		int count = Math.min(good.length, Math.min(MOST_FRAMES, fit));
		int[] frames = new int[count];
		for (int k = 0; k < count; k++)
			frames[k] = good[(int) ((long) k * good.length / count)];
		return frames;
	}

	/**
	 * Computes it. Takes seconds for large frames.
	 *
	 * @param source  the scan's frames
	 * @param good    frames that are good, ascending, at least one
	 * @param monitor for cancelling
	 * @return flat (ss, fs), counts
	 */
	static float[] of(FrameSource source, int[] good, IMonitor monitor) {
		int pixels = source.rows() * source.columns();
		int[] used = frames(good, pixels);
		float[][] values = new float[used.length][pixels];
		for (int k = 0; k < used.length; k++) {
			check(monitor);
			monitor.subTask("whitefield: frame " + (k + 1) + " of " + used.length);
			source.read(used[k], 1, values[k]);
		}
		float[] median = new float[pixels];
		float[] sorted = new float[used.length];
		for (int p = 0; p < pixels; p++) {
			if (p % source.columns() == 0)
				check(monitor);
			for (int k = 0; k < used.length; k++)
				sorted[k] = values[k][p];
			Arrays.sort(sorted);
			median[p] = (sorted[(used.length - 1) / 2] + sorted[used.length / 2]) / 2;
		}
		return median;
	}

	private static void check(IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException("computing the whitefield");
	}
}
