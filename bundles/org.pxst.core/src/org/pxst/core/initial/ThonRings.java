// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.image.Image;

/**
 * Result of {@link FitThonRings}. The images have zero frequency at (rows / 2, columns / 2); NaN where nothing was fitted.
 *
 * @param defocusSs           focus to sample along the slow scan axis, m
 * @param defocusFs           focus to sample along the fast scan axis, m
 * @param obliqueAstigmatism  off-diagonal element of the matrix of defoci, m: not 0 when the axes of the astigmatism are
 *                            not those of the detector
 * @param uncertainty         relative, of the defoci: noise, the tolerance of beta / delta, and how the fit changes with
 *                            the shape of the background and the range of radii
 * @param bd                  beta / delta of the sample, near the expected one unless many rings say otherwise
 * @param significance        how much of the spectrum the rings explain, in units of its scatter: noise stays below 5,
 *                            good scans are over 10; less than 6 is refused
 * @param rings               number of rings in the range of radii, ellipse of the highest frequency
 * @param radLow              smallest radius used, cycles per pixel as in {@link FitThonRingsSettings}
 * @param radHigh             largest radius used, cycles per pixel
 * @param stepSs              one row of the images in cycles per m on the detector
 * @param stepFs              one column of the images in cycles per m on the detector
 * @param power               power spectrum of the contrast, averaged over sub-areas and frames; white noise of variance
 *                            v has v everywhere
 * @param flattened           logarithm of the power spectrum minus its smooth background
 * @param fitted              the same of the fitted rings
 * @param profileRadius       radii of the profiles, cycles per pixel, mean of both axes of the ellipses
 * @param profileMeasured     mean of the flattened spectrum over each ellipse; NaN where there is no pixel
 * @param profileFitted       mean of the fitted rings over the same pixels
 */
public record ThonRings(double defocusSs, double defocusFs, double obliqueAstigmatism, double uncertainty, double bd,
		double significance, double rings, double radLow, double radHigh, double stepSs, double stepFs, Image power,
		Image flattened, Image fitted, double[] profileRadius, double[] profileMeasured, double[] profileFitted) {
	/** Mean focus-to-sample distance, m. */
	public double defocus() {
		return (defocusSs + defocusFs) / 2;
	}

	/** Half of the difference of the two, slow minus fast scan axis, m. */
	public double astigmatism() {
		return (defocusSs - defocusFs) / 2;
	}
}
