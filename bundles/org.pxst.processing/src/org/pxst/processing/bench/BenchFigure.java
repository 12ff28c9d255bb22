// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench;

import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.compute.ComputeDevice;
import org.pxst.compute.SearchWindow;

/**
 * How long a step takes on a device.
 *
 * @param step            name of the step
 * @param device          where it was measured
 * @param settings        what was measured
 * @param window          shifts of the search in it; empty for a step without one
 * @param seconds         median of the repeats
 * @param deviceSeconds   of them in kernels, by the device's own clock; empty where there is no such clock
 * @param gigaCandidates  10^9 candidates (a shift of a pixel in a frame) a second; empty for a step that tries none
 * @param ratioToBaseline that by the same of the baseline; empty where there is no baseline
 * @param gigabytes       10^9 bytes of stored frames a second, each counted once
 */
public record BenchFigure(String step, ComputeDevice device, BenchSettings settings, Optional<SearchWindow> window,
		double seconds, OptionalDouble deviceSeconds, OptionalDouble gigaCandidates, OptionalDouble ratioToBaseline,
		double gigabytes) {
	/** The step that the others are compared with. */
	public static final String BASELINE = "baseline";
}
