// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import org.pxst.ui.image.Picture;

/**
 * The polynomials made ready to be looked at.
 *
 * @param settings     how they were made
 * @param coefficients of all polynomials, also of those that are not ticked, j = 1 .. orders, rad; not copied
 * @param picture      the image, in the unit of the settings, of the pupil alone
 * @param phaseRms     rms of the phase without what is taken off about its mean, rad
 * @param sumRms       the same of the sum of the ticked terms
 * @param residualRms  the same of what they leave of the phase
 */
public record ZernikeResult(ZernikeSettings settings, double[] coefficients, Picture picture, double phaseRms, double sumRms,
		double residualRms) {
}
