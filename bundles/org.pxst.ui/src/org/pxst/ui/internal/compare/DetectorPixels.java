// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.ui.internal.reference.ResultValues;

/**
 * Pixels of the detector that a result is about. For background threads.
 *
 * @param values  the results
 * @param rows    of the detector
 * @param columns of the detector
 */
record DetectorPixels(ResultValues values, int rows, int columns) {
	/** The values at good pixels of the region of interest, NaN elsewhere; flat (ss, fs). */
	float[] inUse(float[] image) {
		Optional<Image> mask = values.image("mask", rows, columns);
		Roi roi = values.roi().filter(region -> region.isInside(rows, columns)).orElse(Roi.full(rows, columns));
		float[] used = new float[image.length];
		for (int p = 0; p < used.length; p++) {
			int pixel = p;
			boolean good = roi.contains(p / columns, p % columns) && mask.map(m -> m.values()[pixel] > 0).orElse(true);
			used[p] = good && Float.isFinite(image[p]) ? image[p] : Float.NaN;
		}
		return used;
	}
}
