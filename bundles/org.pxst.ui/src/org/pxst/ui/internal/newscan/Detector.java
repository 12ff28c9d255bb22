// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * What a few frames say about the detector's pixels.
 *
 * @param trial      what it was found with
 * @param frames     number of frames that it was found from
 * @param mask       good pixels, shape (M, L)
 * @param whitefield counts, shape (M, L)
 * @param first      the first frame that takes part, counts, shape (M, L)
 * @param roi        region of interest that was found
 * @param geometry   where the detector is
 * @param file       file that has mask and whitefield, for the steps that need them
 */
record Detector(Trial trial, int frames, Mask mask, Image whitefield, Image first, Roi roi, Geometry geometry,
		Path file) {
}
