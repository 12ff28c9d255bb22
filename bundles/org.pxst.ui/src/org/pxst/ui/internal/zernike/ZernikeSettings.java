// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.Set;

import org.pxst.core.phase.PhaseRemoval;
import org.pxst.ui.internal.phase.PhaseUnit;
import org.pxst.ui.internal.phase.PupilAxes;

/**
 * How the polynomials are shown.
 *
 * @param removal low orders that are taken off the phase before the polynomials are fitted
 * @param leftOut Noll indices of the terms that are not ticked
 * @param image   what of the phase is shown
 * @param unit    of phase and coefficients
 * @param axes    what the axes of the image count
 */
public record ZernikeSettings(PhaseRemoval removal, Set<Integer> leftOut, ZernikeImage image, PhaseUnit unit,
		PupilAxes axes) {
	/** Copies the set. */
	public ZernikeSettings {
		leftOut = Set.copyOf(leftOut);
	}

	/** All terms in rad, fitted to the phase as it was computed. */
	public static ZernikeSettings of(PhaseRemoval asComputed) {
		return new ZernikeSettings(asComputed, Set.of(), ZernikeImage.SUM, PhaseUnit.RAD, PupilAxes.POSITION);
	}

	/** The same in another unit. */
	public ZernikeSettings with(PhaseUnit other) {
		return new ZernikeSettings(removal, leftOut, image, other, axes);
	}
}
