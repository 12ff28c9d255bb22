// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.initial.IlluminatedArea;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.processing.internal.LitArea;

/**
 * What a step is told about the detector's pixels, checked against the scan.
 *
 * @param mask       good pixels, shape (M, L)
 * @param whitefield shape (M, L), 0 where it was not finite; null when there is none
 * @param roi        region of interest
 */
record DetectorInputs(Mask mask, Image whitefield, Roi roi) {
	/**
	 * @param mask       null: all pixels are good
	 * @param whitefield null: there is none
	 * @param roi        null: the whole frame
	 * @throws org.pxst.core.InvalidDataException when shapes differ from those of the frames
	 */
	static DetectorInputs of(Scan scan, Mask mask, Image whitefield, Roi roi) {
		FrameShape shape = FrameShape.of(scan);
		return new DetectorInputs(shape.mask(mask), whitefield == null ? null : finite(shape.whitefield(whitefield)),
				shape.roi(roi));
	}

	private static Image finite(Image whitefield) {
		float[] values = whitefield.values().clone();
		for (int p = 0; p < values.length; p++)
			if (!Float.isFinite(values[p]))
				values[p] = 0;
		return new Image(whitefield.rows(), whitefield.columns(), values);
	}

	/** The pixels that the lens lights, bad ones among them included; all of them when there is no whitefield. */
	Mask lit() {
		return whitefield == null ? Mask.allGood(mask.rows(), mask.columns()) : new IlluminatedArea().apply(whitefield, mask);
	}

	/**
	 * The pixels that take part.
	 *
	 * @throws org.pxst.core.InvalidDataException when too few are left
	 */
	LitArea litArea() {
		return LitArea.of(lit(), mask, roi);
	}
}
