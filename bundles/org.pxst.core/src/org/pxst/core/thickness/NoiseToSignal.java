// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

/**
 * Noise of the reference image over what the sample would show at full contrast, as spectral powers:
 * {@code atNyquist ((f^2 + knee^2) / (nyquist^2 + knee^2))^(exponent / 2)}, that is white noise and a sample whose spectral
 * power falls with a power of the frequency beyond a knee. It is the regularisation of the CTF method (Wiener's filter);
 * with an exponent of 0 it is Tikhonov's.
 *
 * @param atNyquist ratio at the Nyquist frequency, &gt; 0
 * @param exponent  how fast the sample's spectral power falls with the frequency, 0 or more
 * @param knee      frequency below which it hardly changes, 1/m, &gt; 0
 * @param nyquist   Nyquist frequency of the larger reference pixel, 1/m
 */
public record NoiseToSignal(double atNyquist, double exponent, double knee, double nyquist) {
	/**
	 * Smallest ratio: a hundredth of the full contrast is about what the linear equation leaves out of even a weak sample,
	 * whatever the noise.
	 */
	private static final double FLOOR = 1e-4;

	/** Ratio at a squared spatial frequency in 1/m^2. */
	double at(double squaredFrequency) {
		return Math.max(FLOOR, atNyquist
				* Math.pow((squaredFrequency + knee * knee) / (nyquist * nyquist + knee * knee), exponent / 2));
	}
}
