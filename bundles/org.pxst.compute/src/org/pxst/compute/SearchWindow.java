// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shifts of the pixel map on a grid around none: {@code firstSs() .. lastSs()} by {@code firstFs() .. lastFs()}. A window of
 * odd width is symmetric; one of even width w, such as the paper's 10 x 10, goes from -w/2 to w/2 - 1.
 *
 * @param widthSs number of shifts along the slow scan axis, 1 .. 255
 * @param widthFs number of shifts along the fast scan axis, 1 .. 255
 */
public record SearchWindow(int widthSs, int widthFs) {
	private static final int LARGEST = 2 * Byte.MAX_VALUE + 1;

	/** Checks the ranges. */
	public SearchWindow {
		if (widthSs < 1 || widthFs < 1 || widthSs > LARGEST || widthFs > LARGEST)
			throw new IllegalArgumentException("search window of " + widthSs + " by " + widthFs + ", each must be 1 .. " + LARGEST);
	}

	/**
	 * The symmetric window -halfSs .. halfSs by -halfFs .. halfFs.
	 *
	 * @param halfSs largest shift along the slow scan axis, 0 .. 127
	 * @param halfFs largest shift along the fast scan axis, 0 .. 127
	 */
	public static SearchWindow around(int halfSs, int halfFs) {
		if (halfSs < 0 || halfFs < 0)
			throw new IllegalArgumentException("search window of -" + halfSs + " .. by -" + halfFs + " ..");
		return new SearchWindow(2 * halfSs + 1, 2 * halfFs + 1);
	}

	/** Number of shifts. */
	public int shifts() {
		return widthSs * widthFs;
	}

	/** Smallest shift along the slow scan axis, at most 0. */
	public int firstSs() {
		return -(widthSs / 2);
	}

	/** Smallest shift along the fast scan axis, at most 0. */
	public int firstFs() {
		return -(widthFs / 2);
	}

	/** Largest shift along the slow scan axis, at least 0. */
	public int lastSs() {
		return (widthSs - 1) / 2;
	}

	/** Largest shift along the fast scan axis, at least 0. */
	public int lastFs() {
		return (widthFs - 1) / 2;
	}

	/**
	 * All shifts from the shortest to the longest, those as long row by row, so that the first of equally good ones is the
	 * one to take.
	 *
	 * @return their places in the window, counted row by row
	 */
	public int[] shortestFirst() {
		return IntStream.range(0, shifts()).boxed().sorted(Comparator.comparingInt(c -> {
			int ss = c / widthFs + firstSs();
			int fs = c % widthFs + firstFs();
			return ss * ss + fs * fs;
		})).mapToInt(Integer::intValue).toArray();
	}

	/** Whether this shift is at the edge of the window. */
	public boolean isOnEdge(int ss, int fs) {
		return ss == firstSs() || ss == lastSs() || fs == firstFs() || fs == lastFs();
	}
}
