// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

/**
 * Which low orders are taken off a phase. They are fitted together, with the mean of the phase always among them.
 *
 * @param piston      the mean; when false it stays as it is
 * @param tilt        both tilts, which only displace the focus sideways
 * @param defocus     one for both axes: {@code x^2 + y^2} with x and y in m
 * @param astigmatism both of them: {@code y^2 - x^2} and {@code 2 x y}
 */
public record PhaseRemoval(boolean piston, boolean tilt, boolean defocus, boolean astigmatism) {
	/** Piston, tilt and defocus: what a scan cannot tell from positions and distances (paper, section 5.1). */
	public static PhaseRemoval standard() {
		return new PhaseRemoval(true, true, true, false);
	}

	/** Everything. */
	public static PhaseRemoval all() {
		return new PhaseRemoval(true, true, true, true);
	}

	/** Nothing. */
	public static PhaseRemoval none() {
		return new PhaseRemoval(false, false, false, false);
	}

	/** The same with the piston. */
	public PhaseRemoval withPiston() {
		return new PhaseRemoval(true, tilt, defocus, astigmatism);
	}
}
