// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;

/**
 * What does not change while the main loop runs.
 *
 * @param geometry of the scan
 * @param mask     good pixels, shape (M, L)
 * @param area     pixels that the map is found for, bad ones among them included, shape (M, L)
 * @param roi      region of interest
 * @param frames   indices of the frames that are used, ascending
 * @param defocus  focus to sample
 * @param distance focus to detector, m
 * @param dss      reference pixel along the slow scan axis, m
 * @param dfs      reference pixel along the fast scan axis, m
 * @param recorded positions as recorded, reference pixels
 */
public record LoopScene(Geometry geometry, Mask mask, Mask area, Roi roi, int[] frames, Defocus defocus, double distance,
		double dss, double dfs, PixelTranslations recorded) {
}
