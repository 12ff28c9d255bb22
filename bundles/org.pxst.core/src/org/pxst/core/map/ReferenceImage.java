// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.map;

import org.pxst.core.image.Image;

/**
 * The reference image Iref: what a plane wave would show of the sample, merged from all frames. Detector pixel (i, j) of
 * frame n sees it at {@code (u_ss - d_ss[n] + n0, u_fs - d_fs[n] + m0)}; pixel centres are at integers.
 *
 * @param image   values, about 1 where the sample is empty; NaN where no frame contributes
 * @param overlap sum of the squared whitefield that contributed to each value (paper, denominator of equation 3)
 * @param n0      offset along the slow scan axis, reference pixels
 * @param m0      offset along the fast scan axis, reference pixels
 */
public record ReferenceImage(Image image, Image overlap, double n0, double m0) {
	/** Checks the shapes. */
	public ReferenceImage {
		if (image.rows() != overlap.rows() || image.columns() != overlap.columns())
			throw new IllegalArgumentException("reference image and overlap differ in shape");
	}
}
