// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.scan.Roi;

/**
 * What a user may decide about a reconstruction; everything else the program decides from the data.
 *
 * @param loop    what the main loop does
 * @param defocus focus-to-sample distance in m; empty: found from the data
 * @param roi     region of interest; empty: found from the data
 * @param compute device to compute on
 */
public record ReconstructionSettings(LoopSettings loop, OptionalDouble defocus, Optional<Roi> roi, ComputeRequest compute) {
	/** Checks the range. */
	public ReconstructionSettings {
		if (defocus.isPresent() && !(defocus.getAsDouble() > 0))
			throw new IllegalArgumentException("defocus is " + defocus.getAsDouble() + " m, must be positive");
	}

	/** Automatic choices everywhere. */
	public static ReconstructionSettings defaults() {
		return of(LoopSettings.defaults());
	}

	/** Automatic choices everywhere but in the main loop. */
	public static ReconstructionSettings of(LoopSettings loop) {
		return new ReconstructionSettings(loop, OptionalDouble.empty(), Optional.empty(), ComputeRequest.automatic());
	}

	/** The same on another device. */
	public ReconstructionSettings on(ComputeRequest device) {
		return new ReconstructionSettings(loop, defocus, roi, device);
	}
}
