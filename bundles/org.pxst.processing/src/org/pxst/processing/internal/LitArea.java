// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Locale;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.GuessRoi;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * The pixels that take part in a reconstruction.
 *
 * @param roi  region of interest
 * @param area lit pixels in the region of interest, bad ones among them included, shape (M, L)
 * @param use  good pixels of the area, shape (M, L)
 */
public record LitArea(Roi roi, Mask area, Mask use) {
	/** With fewer pixels there is no map to speak of. */
	private static final int FEWEST_PIXELS = 100;

	/**
	 * @param lit  lit pixels, bad ones among them included, from {@link org.pxst.core.initial.IlluminatedArea}
	 * @param mask good pixels
	 * @param roi  region of interest
	 * @throws InvalidDataException when the region is not inside the frame, or too few pixels are left
	 */
	public static LitArea of(Mask lit, Mask mask, Roi roi) {
		if (!roi.isInside(mask.rows(), mask.columns()))
			throw new InvalidDataException(String.format(Locale.ROOT,
					"region of interest %d:%d, %d:%d is not inside the frame of %d x %d; give a smaller one", roi.ss0(), roi.ss1(),
					roi.fs0(), roi.fs1(), mask.rows(), mask.columns()));
		Mask area = lit.within(roi);
		Mask use = mask.and(area);
		if (use.count() < FEWEST_PIXELS)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"only %d good lit pixels in rows %d:%d, columns %d:%d of frames of %d x %d; at least %d are needed", use.count(),
					roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1(), mask.rows(), mask.columns(), FEWEST_PIXELS));
		return new LitArea(roi, area, use);
	}

	/**
	 * The rectangle that holds most of the lit pixels in little area. The paper weighs pixels by their light; a bright middle
	 * then hides a dim rim that is worth having.
	 *
	 * @param lit lit pixels, shape (M, L)
	 * @throws InvalidDataException when there are none
	 */
	public static Roi guessRoi(Mask lit) {
		if (lit.count() == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"no pixel of %d x %d is lit: the median frame is empty; check frames and mask", lit.rows(), lit.columns()));
		float[] weights = new float[lit.good().length];
		for (int p = 0; p < weights.length; p++)
			weights[p] = lit.good()[p] ? 1 : 0;
		return new GuessRoi().apply(new Image(lit.rows(), lit.columns(), weights));
	}
}
