// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Intensity along a line as a trigonometric polynomial, {@code I(t) = R[0] + 2 Re sum_d R[d] exp(2 pi i d t)}, R the
 * autocorrelation of the pupil and t the place as a part of the field of view, periodic in t with period 1. Known at every
 * t, so that peaks and widths do not depend on samples. Immutable.
 */
final class LineProfile {
	private static final int GOLDEN_STEPS = 40;
	private static final int HALVINGS = 40;

	private final double[] re;
	private final double[] im;

	/**
	 * @param re real part of R; not copied
	 * @param im imaginary part
	 */
	LineProfile(double[] re, double[] im) {
		this.re = re;
		this.im = im;
	}

	/** The profile of a wave with these values along a pupil, real parts first. */
	static LineProfile of(double[][] wave) {
		double[] waveRe = wave[0];
		double[] waveIm = wave[1];
		double[] re = new double[waveRe.length];
		double[] im = new double[waveRe.length];
		for (int i = 0; i < waveRe.length; i++)
			for (int d = 0; d <= i; d++) {
				re[d] += waveRe[i] * waveRe[i - d] + waveIm[i] * waveIm[i - d];
				im[d] += waveIm[i] * waveRe[i - d] - waveRe[i] * waveIm[i - d];
			}
		return new LineProfile(re, im);
	}

	/**
	 * Light per sample.
	 *
	 * @param count number of samples of the field of view; t = 0 is at count / 2
	 * @param fft   transform of that length
	 * @return samples that add up to R[0]
	 */
	double[] samples(int count, DoubleFFT_1D fft) {
		double[] spectrum = new double[2 * count];
		for (int d = 0; d < re.length; d++) {
			int k = d % count;
			spectrum[2 * k] += re[d];
			spectrum[2 * k + 1] += im[d];
			if (d > 0) {
				int back = (count - k) % count;
				spectrum[2 * back] += re[d];
				spectrum[2 * back + 1] -= im[d];
			}
		}
		fft.complexInverse(spectrum, true);
		double[] samples = new double[count];
		for (int k = 0; k < count; k++)
			samples[(k + count / 2) % count] = spectrum[2 * k];
		return samples;
	}

	/** Intensity at a place, in units in which the mean over the field of view is R[0]. */
	double at(double t) {
		double stepRe = Math.cos(2 * Math.PI * t);
		double stepIm = Math.sin(2 * Math.PI * t);
		// Horner's rule, from the highest frequency down
		double sumRe = 0;
		double sumIm = 0;
		for (int d = re.length - 1; d > 0; d--) {
			double a = sumRe + re[d];
			double b = sumIm + im[d];
			sumRe = a * stepRe - b * stepIm;
			sumIm = a * stepIm + b * stepRe;
		}
		return re[0] + 2 * sumRe;
	}

	/**
	 * The highest peak and its width.
	 *
	 * @param samples from {@link #samples}
	 */
	Peak peak(double[] samples) {
		int count = samples.length;
		int highest = 0;
		for (int k = 1; k < count; k++)
			if (samples[k] > samples[highest])
				highest = k;
		double place = GoldenSection.largest(place(highest - 1, count), place(highest + 1, count), this::at, GOLDEN_STEPS);
		double height = at(place);
		double half = height / 2;
		// samples are lower than the profile by their number
		int left = 0;
		while (left < highest && samples[left] * count < half)
			left++;
		int right = count - 1;
		while (right > highest && samples[right] * count < half)
			right--;
		double from = crossing(place(left - 1, count), Math.min(place(left, count), place), half);
		double to = crossing(place(right + 1, count), Math.max(place(right, count), place), half);
		return new Peak(place, height, to - from);
	}

	private static double place(int sample, int count) {
		return (double) (sample - count / 2) / count;
	}

	private double crossing(double below, double above, double value) {
		double a = below;
		double b = above;
		for (int k = 0; k < HALVINGS; k++) {
			double middle = (a + b) / 2;
			if (at(middle) < value)
				a = middle;
			else
				b = middle;
		}
		return (a + b) / 2;
	}

	/**
	 * A peak.
	 *
	 * @param place  of the highest point, part of the field of view
	 * @param height intensity there, in units in which the mean is R[0]
	 * @param fwhm   between the outermost points of half that intensity, part of the field of view
	 */
	record Peak(double place, double height, double fwhm) {
	}
}
