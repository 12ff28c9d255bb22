// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.OptionalDouble;

/**
 * Settings of {@link FitThonRings}; the defaults do for most scans.
 * <p>
 * Radii of rings are frequencies on the detector in cycles per detector pixel: 0 in the middle of the spectrum, 0.5 at its
 * edge. When the pixels are not square, the unit is cycles per geometric mean of the two pixel sizes.
 *
 * @param window        largest extent of the sub-areas whose spectra are averaged, detector pixels, 16 .. 512; smaller
 *                      ones blur the outer rings, larger ones take more time
 * @param sigma         width of a Gaussian weight on the detector, pixels, &gt; 0; infinite (default) uses the whole
 *                      region
 * @param centreSs      row that this weight is centred on; the middle of the lit area when empty
 * @param centreFs      column that this weight is centred on; the middle of the lit area when empty
 * @param radLow        smallest radius used, cycles per pixel, below radHigh; where the resolution of the sub-areas allows
 *                      when empty
 * @param radHigh       largest radius used, cycles per pixel; where the spectrum drowns in noise when empty
 * @param bd            beta / delta expected of the sample, -1 .. 1
 * @param bdTolerance   how far from this it may well be, &gt; 0: where the data say little about it (few rings), it stays
 *                      there. Infinite: it is fitted freely
 * @param largestRatio  the defoci of the two axes differ by no more than this factor, 1.05 .. 10
 */
public record FitThonRingsSettings(int window, double sigma, OptionalDouble centreSs, OptionalDouble centreFs,
		OptionalDouble radLow, OptionalDouble radHigh, double bd, double bdTolerance, double largestRatio) {
	/** What is used when nothing is asked for. */
	public static final FitThonRingsSettings DEFAULT = new FitThonRingsSettings(128, Double.POSITIVE_INFINITY,
			OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0.1, 0.15, 3);

	/** Checks the ranges. */
	public FitThonRingsSettings {
		require(window >= 16 && window <= 512, "window", window, "16 .. 512 pixels");
		require(sigma > 0, "sigma", sigma, "positive");
		require(Double.isFinite(centreSs.orElse(0)) && Double.isFinite(centreFs.orElse(0)), "centre",
				centreSs + ", " + centreFs, "finite");
		double low = radLow.orElse(0);
		double high = radHigh.orElse(Double.MAX_VALUE);
		require(low >= 0 && high > low, "rad_range", low + " .. " + high,
				"two increasing frequencies in cycles per pixel");
		require(bd >= -1 && bd <= 1, "bd", bd, "in -1 .. 1");
		require(bdTolerance > 0, "tolerance of bd", bdTolerance, "positive");
		require(largestRatio >= 1.05 && largestRatio <= 10, "largest ratio", largestRatio, "in 1.05 .. 10");
	}

	private static void require(boolean condition, String name, Object value, String what) {
		if (!condition)
			throw new IllegalArgumentException("fit_thon_rings: " + name + " is " + value + ", must be " + what);
	}

	/** With another extent of the sub-areas, detector pixels. */
	public FitThonRingsSettings withWindow(int pixels) {
		return new FitThonRingsSettings(pixels, sigma, centreSs, centreFs, radLow, radHigh, bd, bdTolerance, largestRatio);
	}

	/** With a Gaussian weight of this width, detector pixels. */
	public FitThonRingsSettings withSigma(double pixels) {
		return new FitThonRingsSettings(window, pixels, centreSs, centreFs, radLow, radHigh, bd, bdTolerance, largestRatio);
	}

	/** With the Gaussian weight centred on this row and column. */
	public FitThonRingsSettings withCentre(double ss, double fs) {
		return new FitThonRingsSettings(window, sigma, OptionalDouble.of(ss), OptionalDouble.of(fs), radLow, radHigh, bd,
				bdTolerance, largestRatio);
	}

	/** With this range of radii, cycles per pixel. */
	public FitThonRingsSettings withRadRange(double low, double high) {
		return new FitThonRingsSettings(window, sigma, centreSs, centreFs, OptionalDouble.of(low), OptionalDouble.of(high),
				bd, bdTolerance, largestRatio);
	}

	/** With this beta / delta expected of the sample. */
	public FitThonRingsSettings withBd(double expected, double tolerance) {
		return new FitThonRingsSettings(window, sigma, centreSs, centreFs, radLow, radHigh, expected, tolerance,
				largestRatio);
	}
}
