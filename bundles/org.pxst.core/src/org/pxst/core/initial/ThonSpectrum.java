// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.pxst.core.image.Image;

/**
 * Averaged power spectrum of the frames' contrast. Frequencies are in cycles per geometric mean of the two pixel sizes, so
 * that they have the same unit along both axes.
 *
 * @param rows       extent along the slow scan axis, even
 * @param columns    extent along the fast scan axis, even
 * @param stepSs     frequency of row 1
 * @param stepFs     frequency of column 1
 * @param power      flat (ss, fs), frequency 0 first, positive, symmetric about it
 * @param resolution frequency along each axis at which a sub-area has one period; slow, then fast scan axis
 * @param correlated number of pixels that share their noise
 */
record ThonSpectrum(int rows, int columns, double stepSs, double stepFs, double[] power, double[] resolution,
		double correlated) {
	/** Nearer to zero frequency than so many periods in a sub-area, the window smears what changes slowly. */
	private static final double LEAST_PERIODS = 2.5;
	/** The spectrum drowns where its mean over a circle is less than this times that of the outermost ones. */
	private static final double OVER_FLOOR = 1.2;
	/** Part of the power in the outermost circles that is taken to be noise, and taken off. */
	private static final double NOISE_TAKEN = 0.8;
	/** No pixel loses more of its power by sharpening than to this part. */
	private static final double LEAST_SHARPENED = 0.2;

	/**
	 * From the two halves that an unsymmetric sum of spectra has.
	 *
	 * @param sum     as {@link ThonAreas#power} gives it
	 * @param weight  what white noise of variance 1 adds to each number
	 * @param pixelSs pixel size along the slow scan axis over the mean one
	 */
	static ThonSpectrum of(double[] sum, double weight, ThonAreas areas, double pixelSs) {
		int rows = areas.rows();
		int columns = areas.columns();
		double[] power = new double[sum.length];
		double largest = 0;
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int mirrored = (rows - i) % rows * columns + (columns - j) % columns;
				power[i * columns + j] = (sum[i * columns + j] + sum[mirrored]) / (2 * weight);
				largest = Math.max(largest, power[i * columns + j]);
			}
		// what is left of the subtraction of the mean frame may be rounded below 0
		for (int k = 0; k < power.length; k++)
			power[k] = Math.max(power[k], 1e-14 * largest);
		power = sharpened(rows, columns, power, areas);
		return new ThonSpectrum(rows, columns, 1 / (rows * pixelSs), pixelSs / columns, power,
				new double[] { 1 / (areas.windowSs() * pixelSs), pixelSs / areas.windowFs() }, areas.correlated());
	}

	/**
	 * Takes off, to second order, how the window smears the spectrum: a Hann window of T pixels has a variance of 1 / (3 T^2).
	 * Where the spectrum falls steeply that moves the dark rings outwards.
	 */
	private static double[] sharpened(int rows, int columns, double[] power, ThonAreas areas) {
		double ss = Math.pow((double) rows / areas.windowSs(), 2) / 6;
		double fs = Math.pow((double) columns / areas.windowFs(), 2) / 6;
		double[] sharp = new double[power.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				double here = power[i * columns + j];
				double above = power[(i + rows - 1) % rows * columns + j] + power[(i + 1) % rows * columns + j];
				double beside = power[i * columns + (j + columns - 1) % columns] + power[i * columns + (j + 1) % columns];
				sharp[i * columns + j] = Math.max(LEAST_SHARPENED * here,
						here - ss * (above - 2 * here) - fs * (beside - 2 * here));
			}
		return sharp;
	}

	/** Frequency of row i, negative in the second half. */
	double ss(int i) {
		return (i < rows / 2 ? i : i - rows) * stepSs;
	}

	/** Frequency of column j, negative in the second half. */
	double fs(int j) {
		return (j < columns / 2 ? j : j - columns) * stepFs;
	}

	/** Whether a frequency is far enough from 0 for the windows not to smear it. */
	boolean isResolved(double ss, double fs) {
		return Math.hypot(ss / resolution[0], fs / resolution[1]) >= LEAST_PERIODS;
	}

	/** Smallest radius at which some frequency is resolved. */
	double smallestRadius() {
		return LEAST_PERIODS * Math.min(resolution[0], resolution[1]);
	}

	/** Mean of the power over circles from 0 to the nearer edge of the spectrum; NaN where no frequency is resolved. */
	private double[] profile() {
		int bins = Math.max(16, Math.max(rows, columns) / 2);
		double[] sums = new double[bins];
		int[] counts = new int[bins];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j <= columns / 2; j++) {
				int bin = (int) (Math.hypot(ss(i), fs(j)) / edge() * bins);
				if (bin < bins && isResolved(ss(i), fs(j))) {
					sums[bin] += power[i * columns + j];
					counts[bin]++;
				}
			}
		for (int k = 0; k < bins; k++)
			sums[k] /= counts[k];
		return sums;
	}

	/** Largest radius that is inside the spectrum in all directions. */
	private double edge() {
		return 0.5 * Math.min(stepSs * rows, stepFs * columns);
	}

	private static double floor(double[] profile) {
		int outermost = Math.max(3, profile.length / 10);
		double sum = 0;
		for (int k = profile.length - outermost; k < profile.length; k++)
			sum += profile[k];
		return sum / outermost;
	}

	/** Radius from which on there is nothing but noise; the nearer edge when the signal reaches it. */
	double largestRadius() {
		double[] profile = profile();
		double floor = floor(profile);
		for (int k = profile.length - 1; k >= 0; k--)
			if (profile[k] > OVER_FLOOR * floor)
				return edge() * (k + 1) / profile.length;
		return 0;
	}

	/** The power without most of the white noise under it; all of it would leave numbers around 0. */
	double[] signal() {
		double noise = NOISE_TAKEN * floor(profile());
		double[] signal = new double[power.length];
		for (int k = 0; k < signal.length; k++)
			signal[k] = Math.max(power[k] - noise, (1 - NOISE_TAKEN) * power[k]);
		return signal;
	}

	/** The power with zero frequency in the middle. */
	Image image() {
		float[] values = new float[power.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				values[shifted(i, j)] = (float) power[i * columns + j];
		return new Image(rows, columns, values);
	}

	/** An image with zero frequency in the middle of values at some pixels, NaN at the others. */
	Image image(ThonPixels pixels, double[] values) {
		float[] image = new float[power.length];
		Arrays.fill(image, Float.NaN);
		for (int k = 0; k < values.length; k++) {
			int i = pixels.row[k];
			int j = pixels.column[k];
			image[shifted(i, j)] = (float) values[k];
			image[shifted(rows - i, columns - j)] = (float) values[k];
		}
		return new Image(rows, columns, image);
	}

	/** Where row i, column j is in images with zero frequency in the middle. */
	private int shifted(int i, int j) {
		return (i + rows / 2) % rows * columns + (j + columns / 2) % columns;
	}
}
