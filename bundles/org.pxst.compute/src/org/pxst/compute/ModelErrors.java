// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.pxst.core.image.Image;

/**
 * How far the model is from the frames. The squared error of each sample is divided by the variance of its pixel over the
 * frames (paper, equation 7), so 0 means all explained and 1 nothing. The paper's sums are means here, so that figures
 * of scans of different size can be compared; samples where the reference image has no value do not count.
 *
 * @param total          mean over the pixels that count
 * @param frame          mean over pixels, for each frame (paper, equation 8); N entries
 * @param pixel          mean over frames, for each pixel (paper, equation 9), shape (M, L)
 * @param reference      error merged onto the reference image (paper, equation 10), the reference's shape
 * @param fluxCorrection factor on each frame's intensities that fits the model best; N entries
 */
public record ModelErrors(double total, double[] frame, Image pixel, Image reference, double[] fluxCorrection) {
}
