// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

/**
 * What {@link CalculatePhase} finds.
 *
 * @param phase           phase, and ray angles as the pixel map has them, both without what was taken off
 * @param anglesForwardSs angle of the rays along the slow scan axis in rad that the phase amounts to: lambda / 2 pi times its
 *                        slope at the pixel's centre; differs from the phase's own angles by what is no gradient, noise for
 *                        the most part; flat (ss, fs), NaN where the phase is, and where the pixel has no neighbour along
 *                        the axis
 * @param anglesForwardFs the same along the fast scan axis
 * @param removed         what was taken off
 */
public record IntegratedPhase(Phase phase, double[] anglesForwardSs, double[] anglesForwardFs,
		GeometricAberrations removed) {
	/** Checks the shapes. */
	public IntegratedPhase {
		if (anglesForwardSs.length != phase.values().length || anglesForwardFs.length != phase.values().length)
			throw new IllegalArgumentException("forward angles do not have the shape of the phase");
	}
}
