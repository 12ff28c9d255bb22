// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.map;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/**
 * Everything of the forward model but the reference image:
 * {@code I[n,i,j] = W[i,j] Iref(u_ss[i,j] - d_ss[n] + n0, u_fs[i,j] - d_fs[n] + m0)} (paper, equation 1).
 *
 * @param mask         pixels that count: good, inside the region of interest; shape (M, L)
 * @param whitefield   W, shape (M, L); finite and positive at every pixel that counts
 * @param map          u, shape (M, L); finite at every pixel that counts
 * @param translations d, one a frame; NaN for frames that do not count
 */
public record ForwardModel(Mask mask, Image whitefield, PixelMap map, PixelTranslations translations) {
	/** Checks the shapes. */
	public ForwardModel {
		if (whitefield.rows() != mask.rows() || whitefield.columns() != mask.columns() || map.rows() != mask.rows()
				|| map.columns() != mask.columns())
			throw new IllegalArgumentException("mask, whitefield and pixel map differ in shape");
	}

	/** The same model with another whitefield. */
	public ForwardModel with(Image newWhitefield) {
		return new ForwardModel(mask, newWhitefield, map, translations);
	}

	/** The same model with another pixel map. */
	public ForwardModel with(PixelMap newMap) {
		return new ForwardModel(mask, whitefield, newMap, translations);
	}

	/** The same model with other translations. */
	public ForwardModel with(PixelTranslations newTranslations) {
		return new ForwardModel(mask, whitefield, map, newTranslations);
	}
}
