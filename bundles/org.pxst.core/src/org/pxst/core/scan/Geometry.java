// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import java.util.OptionalDouble;

/**
 * Where the detector is and what the light is. SI units.
 * <p>
 * Axes: the first pixel size belongs to the slow scan axis, the second to the fast scan axis (CXI's x_pixel_size and
 * y_pixel_size as the 2020 suite uses them).
 *
 * @param distance     detector distance in m, &gt; 0, counted from the point that {@code distanceFrom} names
 * @param distanceFrom where the distance is counted from
 * @param pixelSizeSs  detector pixel along the slow scan axis in m, &gt; 0
 * @param pixelSizeFs  detector pixel along the fast scan axis in m, &gt; 0
 * @param wavelength   in m, &gt; 0
 * @param defocusStart focus to sample in m when somebody knows it (file or user), else empty
 */
public record Geometry(double distance, DistanceFrom distanceFrom, double pixelSizeSs, double pixelSizeFs,
		double wavelength, OptionalDouble defocusStart) {
	/** The point from which a file's detector distance is counted. */
	public enum DistanceFrom {
		/** The focus of the lens, as in the paper. */
		FOCUS,
		/** The sample. */
		SAMPLE
	}

	/** Checks that all lengths are positive and finite. */
	public Geometry {
		positive("detector distance", distance);
		positive("pixel size along the slow scan axis", pixelSizeSs);
		positive("pixel size along the fast scan axis", pixelSizeFs);
		positive("wavelength", wavelength);
		if (defocusStart.isPresent())
			positive("focus-to-sample distance", defocusStart.getAsDouble());
	}

	private static void positive(String what, double value) {
		if (!(value > 0) || Double.isInfinite(value))
			throw new IllegalArgumentException(what + " is " + value + " m, but must be positive and finite");
	}

	/**
	 * Distance z from the focus to the detector.
	 *
	 * @param defocus focus to sample in m
	 * @return z in m
	 */
	public double focusToDetector(double defocus) {
		return distanceFrom == DistanceFrom.FOCUS ? distance : distance + defocus;
	}

	/**
	 * Distance from the sample to the detector, z - z1.
	 *
	 * @param defocus focus to sample in m
	 * @return in m
	 */
	public double sampleToDetector(double defocus) {
		return distanceFrom == DistanceFrom.FOCUS ? distance - defocus : distance;
	}
}
