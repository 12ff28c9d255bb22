// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.scan.Roi;

/**
 * What a user may decide about a reconstruction; everything else the program decides from the data.
 *
 * @param iterations      at most so many iterations of the main loop, at least 1
 * @param tolerance       stop when the error has fallen by less than this part of itself in each of two iterations at
 *                        the smallest window and filter, &gt; 0
 * @param defocus         focus-to-sample distance in m; empty: found from the data
 * @param roi             region of interest; empty: found from the data
 * @param searchWindow    first search window of the pixel map, reference pixels across, at least 3; 0: chosen from the
 *                        data
 * @param filter          smallest sigma of the Gaussian filter of the pixel map, detector pixels, at least 0
 * @param refineWhitefield whether the whitefield is fitted in the loop (removes the bias of the median)
 * @param refinePositions whether the sample positions are fitted in the loop
 * @param irrotational    whether the pixel map is made the gradient of a potential in each iteration, but for the rotation
 *                        of the detector against the scan
 * @param compute         device to compute on
 */
public record ReconstructionSettings(int iterations, double tolerance, OptionalDouble defocus, Optional<Roi> roi,
		int searchWindow, double filter, boolean refineWhitefield, boolean refinePositions, boolean irrotational,
		ComputeRequest compute) {
	/** Checks the ranges. */
	public ReconstructionSettings {
		if (iterations < 1)
			throw new IllegalArgumentException("iterations is " + iterations + ", must be at least 1");
		if (!(tolerance > 0))
			throw new IllegalArgumentException("tolerance is " + tolerance + ", must be positive");
		if (defocus.isPresent() && !(defocus.getAsDouble() > 0))
			throw new IllegalArgumentException("defocus is " + defocus.getAsDouble() + " m, must be positive");
		if (searchWindow != 0 && searchWindow < 3)
			throw new IllegalArgumentException("search window is " + searchWindow + ", must be at least 3 (0: automatic)");
		if (!(filter >= 0))
			throw new IllegalArgumentException("filter is " + filter + ", must not be negative");
	}

	/** Automatic choices everywhere. */
	public static ReconstructionSettings defaults() {
		return new ReconstructionSettings(40, 1e-3, OptionalDouble.empty(), Optional.empty(), 0, 1.5, true, true,
				false, ComputeRequest.automatic());
	}

	/** The same on another device. */
	public ReconstructionSettings on(ComputeRequest device) {
		return new ReconstructionSettings(iterations, tolerance, defocus, roi, searchWindow, filter, refineWhitefield,
				refinePositions, irrotational, device);
	}
}
