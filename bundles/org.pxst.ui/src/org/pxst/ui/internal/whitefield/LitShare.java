// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Locale;
import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.core.initial.GuessRoi;
import org.pxst.core.initial.IlluminatedArea;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * How much of the light a region of interest holds. Immutable; made once for a whitefield, so that a region costs four
 * look-ups.
 */
public final class LitShare {
	/** Part of the lit pixels that may be left out without a warning: the ragged rim. */
	private static final double RIM = 0.02;

	private final Mask lit;
	/** Lit pixels in the rows above and the columns to the left of (i, j), shape (M + 1, L + 1). */
	private final int[] sums;

	/**
	 * @param whitefield light without the sample; what is not finite counts as dark; shape (M, L)
	 * @param mask       good pixels, shape (M, L)
	 */
	public LitShare(Image whitefield, Mask mask) {
		float[] finite = whitefield.values().clone();
		for (int p = 0; p < finite.length; p++)
			if (!Float.isFinite(finite[p]))
				finite[p] = 0;
		lit = new IlluminatedArea().apply(new Image(whitefield.rows(), whitefield.columns(), finite), mask);
		int width = lit.columns() + 1;
		sums = new int[(lit.rows() + 1) * width];
		for (int i = 0; i < lit.rows(); i++) {
			int row = 0;
			for (int j = 0; j < lit.columns(); j++) {
				row += lit.isGood(i, j) ? 1 : 0;
				sums[(i + 1) * width + j + 1] = sums[i * width + j + 1] + row;
			}
		}
	}

	/** Number of lit pixels. */
	public int all() {
		return sums[sums.length - 1];
	}

	/** Number of lit pixels in a region inside the frame. */
	public int inside(Roi roi) {
		int width = lit.columns() + 1;
		return sums[roi.ss1() * width + roi.fs1()] - sums[roi.ss0() * width + roi.fs1()] - sums[roi.ss1() * width + roi.fs0()]
				+ sums[roi.ss0() * width + roi.fs0()];
	}

	/** What is wrong with a region, in words for the user; empty when nothing is. */
	public Optional<String> warning(Roi roi) {
		if (all() == 0)
			return Optional.of("No pixel of the whitefield is lit. Check mask and frames.");
		int inside = inside(roi);
		if (inside == 0)
			return Optional.of("The region holds no lit pixel. Move it to the light, or press Guess.");
		double outside = 1 - (double) inside / all();
		if (outside > RIM)
			return Optional.of(String.format(Locale.ROOT, "The region leaves out %.1f %% of the lit pixels.", 100 * outside));
		return Optional.empty();
	}

	/**
	 * The rectangle that holds most of the lit pixels in little area, as guess_roi finds it.
	 *
	 * @return empty when nothing is lit
	 */
	public Optional<Roi> guess() {
		if (all() == 0)
			return Optional.empty();
		float[] weights = new float[lit.good().length];
		for (int p = 0; p < weights.length; p++)
			weights[p] = lit.good()[p] ? 1 : 0;
		return Optional.of(new GuessRoi().apply(new Image(lit.rows(), lit.columns(), weights)));
	}
}
