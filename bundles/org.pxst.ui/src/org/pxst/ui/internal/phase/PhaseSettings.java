// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import org.pxst.core.phase.PhaseRemoval;

/**
 * How a wavefront is shown.
 *
 * @param quantity what of it
 * @param unit     of the phase
 * @param wrapped  whether the phase is shown between -pi and pi
 * @param removal  low orders that are taken off
 * @param axes     what the axes count
 * @param contours distance of contour lines in the unit of the image, 0 for one that fits, NaN for no lines
 */
public record PhaseSettings(PhaseQuantity quantity, PhaseUnit unit, boolean wrapped, PhaseRemoval removal, PupilAxes axes,
		double contours) {
	/** The phase in rad on a detector in m, as it was computed. */
	public static PhaseSettings of(PhaseRemoval asComputed) {
		return new PhaseSettings(PhaseQuantity.PHASE, PhaseUnit.RAD, false, asComputed, PupilAxes.POSITION, 0);
	}

	/** The same in another unit. */
	public PhaseSettings with(PhaseUnit other) {
		return new PhaseSettings(quantity, other, wrapped, removal, axes, contours);
	}

	/** The same with another removal. */
	public PhaseSettings with(PhaseRemoval other) {
		return new PhaseSettings(quantity, unit, wrapped, other, axes, contours);
	}

	/** Whether what is shown wraps around. */
	boolean isWrapped() {
		return wrapped && quantity == PhaseQuantity.PHASE;
	}
}
