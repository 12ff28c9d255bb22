// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.List;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.ui.image.Picture;

/**
 * A wavefront made ready to be looked at.
 *
 * @param settings how it was made
 * @param picture  the part of the frame that has values
 * @param figures  of the unwrapped phase in rad, or of the ray angle in rad
 * @param contours lines on the picture; where it is wrapped, of the unwrapped phase
 * @param removed  low orders that are off the phase, of those that are known
 */
public record PhaseMap(PhaseSettings settings, Picture picture, PhaseFigures figures, List<ContourLine> contours,
		GeometricAberrations removed) {
	/** Copies the list. */
	public PhaseMap {
		contours = List.copyOf(contours);
	}
}
