// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * What was noticed about the pixels while the frames were loaded.
 *
 * @param usable    pixels whose intensity is finite in all frames and not negative in most: a few negative counts are the
 *                  noise of a dark-corrected detector, many are its mark for a pixel that does not exist
 * @param brightest largest magnitude of each pixel's intensities
 */
public record FrameSurvey(Mask usable, Image brightest) {
}
