// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/**
 * Whole-pixel shifts of the pixel map: -halfSs .. halfSs by -halfFs .. halfFs.
 *
 * @param halfSs largest shift along the slow scan axis, reference pixels, 0 .. 127
 * @param halfFs largest shift along the fast scan axis, reference pixels, 0 .. 127
 */
public record SearchWindow(int halfSs, int halfFs) {
	private static final int LARGEST = Byte.MAX_VALUE;

	/** Checks the ranges. */
	public SearchWindow {
		if (halfSs < 0 || halfFs < 0 || halfSs > LARGEST || halfFs > LARGEST)
			throw new IllegalArgumentException("search window of " + halfSs + " by " + halfFs + ", each must be 0 .. " + LARGEST);
	}

	/** Number of shifts along the slow scan axis. */
	public int widthSs() {
		return 2 * halfSs + 1;
	}

	/** Number of shifts along the fast scan axis. */
	public int widthFs() {
		return 2 * halfFs + 1;
	}
}
