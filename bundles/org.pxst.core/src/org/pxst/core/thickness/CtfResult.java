// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import org.pxst.core.image.Image;

/**
 * Thickness by the CTF method, and how it came about.
 *
 * @param thickness     in m, shape of the reference image; NaN where that has no value or outside the region
 * @param noiseToSignal regularisation that was used
 * @param unexplained   rms of the difference between the reference image over its mean and the image that the thickness
 *                      gives by Fresnel propagation: of the linear solution first, then after each correction that was
 *                      kept; not copied, must not be changed afterwards
 */
public record CtfResult(Image thickness, NoiseToSignal noiseToSignal, double[] unexplained) {
}
