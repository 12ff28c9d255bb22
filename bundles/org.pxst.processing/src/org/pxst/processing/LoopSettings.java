// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/**
 * What a user may decide about the main loop, also while it runs.
 *
 * @param iterations       at most so many iterations of a run, at least 1
 * @param tolerance        stop when the error has fallen by less than this part of itself in each of two iterations at the
 *                         smallest window and filter, at least 0; 0: do all iterations
 * @param searchWindow     search window of the pixel map to start from, reference pixels across, at least 3; 0: chosen
 *                         from the data; more than 255 is the same as 255. Given anew while the loop runs, the window starts
 *                         from there again
 * @param filter           smallest sigma of the Gaussian filter of the pixel map, detector pixels, at least 0
 * @param refinePixelMap   whether the pixel map is updated
 * @param refineWhitefield whether the whitefield is fitted (removes the bias of the median)
 * @param refinePositions  whether the sample positions are fitted
 * @param irrotational     whether the pixel map is made the gradient of a potential in each iteration, but for the rotation
 *                         of the detector against the scan
 */
public record LoopSettings(int iterations, double tolerance, int searchWindow, double filter, boolean refinePixelMap,
		boolean refineWhitefield, boolean refinePositions, boolean irrotational) {
	private static final int SMALLEST_WINDOW = 3;
	/** As wide as a parameter of a step can be. The loop does not take so wide a window anyway. */
	private static final int LARGEST_WINDOW = 255;

	/** Checks the ranges. */
	public LoopSettings {
		if (iterations < 1)
			throw new IllegalArgumentException("iterations is " + iterations + ", must be at least 1");
		if (!(tolerance >= 0))
			throw new IllegalArgumentException("tolerance is " + tolerance + ", must be at least 0");
		if (searchWindow != 0 && searchWindow < SMALLEST_WINDOW)
			throw new IllegalArgumentException(
					"search window is " + searchWindow + ", must be at least " + SMALLEST_WINDOW + " (0: automatic)");
		searchWindow = Math.min(LARGEST_WINDOW, searchWindow);
		if (!(filter >= 0))
			throw new IllegalArgumentException("filter is " + filter + ", must not be negative");
	}

	/** The same with another number of iterations. */
	public LoopSettings withIterations(int others) {
		return new LoopSettings(others, tolerance, searchWindow, filter, refinePixelMap, refineWhitefield, refinePositions,
				irrotational);
	}

	/** Whether an iteration does the same under others: all but their number is the same. */
	public boolean isLike(LoopSettings others) {
		return equals(others.withIterations(iterations));
	}

	/** Automatic choices everywhere. */
	public static LoopSettings defaults() {
		return new LoopSettings(40, 1e-3, 0, 1.5, true, true, true, false);
	}
}
