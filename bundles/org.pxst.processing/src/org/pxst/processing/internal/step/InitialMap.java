// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.processing.internal.ModelDatasets;

/**
 * A first pixel map and what goes with it, as it is written.
 *
 * @param map          pixel map, shape (M, L)
 * @param translations recorded positions, reference pixels, NaN for unused frames
 * @param defocus      that it was made for
 * @param distance     focus to detector, m
 * @param dss          reference pixel along the slow scan axis, m
 * @param dfs          reference pixel along the fast scan axis, m
 */
record InitialMap(PixelMap map, PixelTranslations translations, Defocus defocus, double distance, double dss, double dfs) {
	/** @param area where the map holds: it is NaN elsewhere */
	ModelDatasets datasets(Mask area) {
		return new ModelDatasets().geometry(defocus, distance, dss, dfs).pixelMap(map.within(area)).translations(translations);
	}

	/** New lines that tell what a user wants to see. */
	SummaryLines summary() {
		return new DefocusDatasets(defocus).summary().add("dss, dfs", "%.3f, %.3f nm", dss * 1e9, dfs * 1e9)
				.add("magnification", "%.1f", distance / defocus.mean());
	}
}
