// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.Optional;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Roi;

/**
 * A wavefront as calculate_phase wrote it. All arrays are flat (ss, fs) and have the shape of the frame.
 *
 * @param plane       the detector
 * @param phase       rad, NaN where unknown
 * @param shown       pixels that are shown and that figures are about: good, in the region of interest, with a phase
 * @param part        smallest part of the frame with all of them
 * @param whitefield  counts where they are above 0, else 0; 1 everywhere when there is none
 * @param weights     trust in each pixel for fits, 0 where the phase is unknown
 * @param isWeighted  whether there is a whitefield
 * @param angles      angles of the rays along ss and fs that the phase amounts to, rad
 * @param mapAngles   those that the pixel map has, rad
 * @param removed     what calculate_phase took off; empty when the file does not say
 */
public record PhaseData(PupilPlane plane, double[] phase, boolean[] shown, Roi part, double[] whitefield, double[] weights,
		boolean isWeighted, Optional<double[][]> angles, Optional<double[][]> mapAngles,
		Optional<GeometricAberrations> removed) {
	/** What is taken off in the file. */
	public PhaseRemoval asComputed() {
		return removed.map(r -> new PhaseRemoval(true, r.tiltSs() != 0 || r.tiltFs() != 0, r.defocus() != 0,
				r.astigmatism() != 0 || r.obliqueAstigmatism() != 0)).orElse(PhaseRemoval.none());
	}
}
