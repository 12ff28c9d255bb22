// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * How much each frame is like the whitefield: Pearson's correlation over the pixels, which a change of the beam's intensity
 * does not change. The sample alone makes it a little less than 1, the same for all frames but for where the sample is empty.
 */
public final class WhitefieldCorrelation {
	/**
	 * Long work: a pass over all frames. To be called from one thread.
	 *
	 * @param scan       frames
	 * @param whitefield W, bad pixels filled, shape (M, L)
	 * @param mask       pixels that count, shape (M, L), best all good ones: dark ones tell that the beam has moved; those
	 *                   with a whitefield of 0 do not count
	 * @param monitor    for cancelling
	 * @return -1 .. 1 for each loaded frame, N entries; NaN for the others, and for a frame without any structure
	 * @throws CancelledException when cancelled
	 */
	public double[] apply(ComputeScan scan, Image whitefield, Mask mask, IMonitor monitor) {
		int pixels = whitefield.values().length;
		boolean[] usable = new boolean[pixels];
		for (int p = 0; p < pixels; p++)
			usable[p] = mask.good()[p] && whitefield.values()[p] > 0;
		Mask counted = new Mask(mask.rows(), mask.columns(), usable);
		int[] frames = scan.goodFrames();
		double[] correlations = new double[scan.frameMeans(counted).length];
		Arrays.fill(correlations, Double.NaN);
		Image none = Image.constant(mask.rows(), mask.columns(), 0);
		float[] relative = new float[pixels];
		for (int n : frames) {
			if (monitor.isCancelled())
				throw new CancelledException("frame_check");
			// without a mean to take off this is the frame over the whitefield
			scan.contrast(n, none, whitefield, counted, relative);
			correlations[n] = correlation(relative, whitefield.values(), usable);
		}
		return correlations;
	}

	private static double correlation(float[] relative, float[] whitefield, boolean[] usable) {
		double sumW = 0;
		double sumI = 0;
		int count = 0;
		for (int p = 0; p < usable.length; p++)
			if (usable[p]) {
				sumW += whitefield[p];
				sumI += (double) relative[p] * whitefield[p];
				count++;
			}
		double meanW = sumW / count;
		double meanI = sumI / count;
		double ww = 0;
		double ii = 0;
		double wi = 0;
		for (int p = 0; p < usable.length; p++)
			if (usable[p]) {
				double w = whitefield[p] - meanW;
				double i = (double) relative[p] * whitefield[p] - meanI;
				ww += w * w;
				ii += i * i;
				wi += w * i;
			}
		return wi / Math.sqrt(ww * ii);
	}
}
