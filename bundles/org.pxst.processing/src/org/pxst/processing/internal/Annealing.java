// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import org.pxst.compute.SearchWindow;

/**
 * Lets window and filter shrink while the loop converges, and says when it has. The window first grows when the best shifts
 * of many pixels lie at its edge.
 */
final class Annealing {
	private static final int FIRST_HALF = 5;
	private static final int SMALLEST_HALF = 2;
	private static final int LARGEST_HALF = 20;
	private static final double MANY_ON_EDGE = 0.1;
	private static final double FIRST_FILTER = 8;
	private static final double FILTER_STEP = 0.7;
	private static final int SMALL_FALLS = 2;

	private final double smallestFilter;
	private final double tolerance;
	private int half;
	private double filter;
	private int iteration;
	private double lastError = Double.POSITIVE_INFINITY;
	private int smallFalls;

	/**
	 * @param searchWindow   first window across, 0: chosen here
	 * @param smallestFilter the filter to end with
	 * @param tolerance      relative fall of the error that counts as small
	 */
	Annealing(int searchWindow, double smallestFilter, double tolerance) {
		this.smallestFilter = smallestFilter;
		this.tolerance = tolerance;
		half = searchWindow == 0 ? FIRST_HALF : Math.max(1, Math.min(LARGEST_HALF, searchWindow / 2));
		filter = Math.max(FIRST_FILTER, smallestFilter);
	}

	SearchWindow window() {
		return SearchWindow.around(half, half);
	}

	double filter() {
		return filter;
	}

	/** Takes note of an iteration with the present window and filter. */
	void iterationDone(double error, double onEdge) {
		iteration++;
		boolean settled = half <= SMALLEST_HALF && filter == smallestFilter;
		smallFalls = settled && error > lastError * (1 - tolerance) ? smallFalls + 1 : 0;
		lastError = error;
		filter = Math.max(smallestFilter, filter * FILTER_STEP);
		if (onEdge > MANY_ON_EDGE && iteration <= 2)
			half = Math.min(LARGEST_HALF, 2 * half);
		else if (iteration >= 2 && half > SMALLEST_HALF)
			half--;
	}

	/** Whether the error no longer falls although window and filter are as small as they get. */
	boolean hasConverged() {
		return smallFalls >= SMALL_FALLS;
	}
}
