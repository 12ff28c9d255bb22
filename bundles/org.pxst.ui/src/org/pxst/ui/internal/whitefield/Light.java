// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * A whitefield with what is derived from it. Made in the background.
 *
 * @param image light without the sample, shape (M, L)
 * @param mask  good pixels, shape (M, L)
 * @param share lit pixels
 * @param whole projections of the whole frame
 */
record Light(Image image, Mask mask, LitShare share, Projections whole) {
	/** Derives what is needed. */
	static Light of(Image image, Mask mask) {
		return new Light(image, mask, new LitShare(image, mask),
				Projections.of(image, mask, Roi.full(image.rows(), image.columns())));
	}
}
