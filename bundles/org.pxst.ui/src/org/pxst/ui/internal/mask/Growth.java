// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import org.pxst.core.scan.Mask;

/**
 * Grows or shrinks the bad areas of a mask by whole pixels along both axes, corners included. What is beyond the border
 * of the detector neither grows into it nor keeps a bad area from reaching it.
 *
 * @param pixels how far, at least 1
 */
public record Growth(int pixels) {
	/** Checks the range. */
	public Growth {
		if (pixels < 1)
			throw new IllegalArgumentException("growth by " + pixels + " pixels");
	}

	/** All pixels with a bad one within reach are bad. */
	public Mask grow(Mask mask) {
		return spread(mask, false);
	}

	/** Bad pixels with a good one within reach are good. */
	public Mask shrink(Mask mask) {
		return spread(mask, true);
	}

	/** Spreads the good or the bad pixels, along one axis after the other. */
	private Mask spread(Mask mask, boolean kind) {
		int rows = mask.rows();
		int columns = mask.columns();
		boolean[] along = new boolean[mask.good().length];
		for (int i = 0; i < rows; i++)
			line(mask.good(), along, i * columns, 1, columns, kind);
		boolean[] both = new boolean[along.length];
		for (int j = 0; j < columns; j++)
			line(along, both, j, columns, rows, kind);
		return new Mask(rows, columns, both);
	}

	private void line(boolean[] from, boolean[] to, int start, int step, int length, boolean kind) {
		int within = 0;
		for (int k = 0; k < Math.min(pixels, length); k++)
			if (from[start + k * step] == kind)
				within++;
		for (int k = 0; k < length; k++) {
			int entering = k + pixels;
			int leaving = k - pixels - 1;
			if (entering < length && from[start + entering * step] == kind)
				within++;
			if (leaving >= 0 && from[start + leaving * step] == kind)
				within--;
			to[start + k * step] = within > 0 == kind;
		}
	}
}
