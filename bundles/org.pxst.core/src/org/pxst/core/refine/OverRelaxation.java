// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.numerics.WeightedAverage;
import org.pxst.core.scan.Mask;

/**
 * Takes the smooth part of a step of the pixel map further than it was found to be.
 * <p>
 * The map is updated for a reference image that was merged with the old map and has the old map's errors in it. Errors that
 * are smooth over the range of the scan are in the reference image almost whole, so each iteration sees only a small part
 * of them, and on a detector much wider than the scan they take tens of iterations to go. As for any such alternating
 * scheme, a step longer by a factor below 2 goes in the same direction and stays stable. What is not smooth is noise, and
 * is left as it is.
 *
 * @param factor on the smooth part of the step, 1 .. 2 without 2; 1 changes nothing
 * @param sigma  width of the Gaussian that tells what is smooth, detector pixels, &gt; 0
 */
public record OverRelaxation(double factor, double sigma) {
	private static final double TRUNCATE = 3;

	/** Checks the ranges. */
	public OverRelaxation {
		if (!(factor >= 1) || !(factor < 2) || !(sigma > 0))
			throw new IllegalArgumentException("over-relaxation by " + factor + ", sigma " + sigma);
	}

	/**
	 * @param from    the old map, finite where the mask is true
	 * @param to      the new map, finite where the mask is true
	 * @param mask    pixels that count
	 * @param monitor for cancelling
	 * @return the new map plus (factor - 1) times the smooth part of the step from the old one; beyond the reach of pixels
	 *         that count the new map
	 * @throws CancelledException when cancelled
	 */
	public PixelMap apply(PixelMap from, PixelMap to, Mask mask, IMonitor monitor) {
		if (factor == 1)
			return to;
		CancelledException.check(monitor, PixelMapSmoothing.WORK);
		int rows = to.rows();
		int columns = to.columns();
		double[] weights = new double[mask.good().length];
		for (int p = 0; p < weights.length; p++)
			weights[p] = mask.good()[p] ? 1 : 0;
		WeightedAverage average = new GaussianFilter(sigma, TRUNCATE).weighted(rows, columns, weights);
		return new PixelMap(rows, columns, further(rows, columns, from.ss(), to.ss(), average, monitor),
				further(rows, columns, from.fs(), to.fs(), average, monitor));
	}

	private double[] further(int rows, int columns, double[] from, double[] to, WeightedAverage average, IMonitor monitor) {
		CancelledException.check(monitor, PixelMapSmoothing.WORK);
		double[] step = new double[to.length];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				step[p] = to[p] - from[p];
		});
		double[] smooth = average.average(step);
		double[] out = to.clone();
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				if (!Double.isNaN(smooth[p]))
					out[p] += (factor - 1) * smooth[p];
		});
		return out;
	}
}
