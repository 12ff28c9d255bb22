// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.pxst.core.image.Image;

/**
 * Statistics of each pixel over the frames, shape (M, L).
 *
 * @param mean       mean intensity
 * @param variance   variance of the intensity
 * @param deviation  mean squared deviation from the median of the 3 x 3 pixels around it in the same frame
 */
public record PixelStatistics(Image mean, Image variance, Image deviation) {
}
