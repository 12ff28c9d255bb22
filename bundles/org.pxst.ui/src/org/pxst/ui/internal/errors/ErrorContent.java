// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.errors;

import java.util.Optional;

import org.jfree.chart.JFreeChart;

/**
 * What a file has of errors.
 *
 * @param frames     error of each frame
 * @param light      how much brighter or darker than the model each frame is
 * @param pixels     error of each pixel
 * @param reference  error on the reference image
 * @param iterations error in each iteration
 * @param frameCount number of frames; 0 when it is not known
 * @param summary    the total error and what else can be said in a line
 */
record ErrorContent(Optional<JFreeChart> frames, Optional<JFreeChart> light, Optional<PlacedPicture> pixels,
		Optional<PlacedPicture> reference, Optional<JFreeChart> iterations, int frameCount, String summary) {
}
