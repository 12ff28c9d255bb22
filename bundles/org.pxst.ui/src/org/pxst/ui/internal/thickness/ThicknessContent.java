// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thickness;

import java.util.Map;

import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;

/**
 * The thickness of a sample, found in one way or more.
 *
 * @param pictures    those that there are
 * @param assumptions what each was computed with, in words
 * @param region      part of the reference image that the pictures show
 */
record ThicknessContent(Map<ThicknessImage, Picture> pictures, Map<ThicknessImage, String> assumptions, Roi region) {
}
