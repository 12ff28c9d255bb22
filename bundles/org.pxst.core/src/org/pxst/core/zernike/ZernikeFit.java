// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import java.util.List;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PupilPlane;

/**
 * What {@link FitZernike} finds. Images are flat (ss, fs), have the shape of the frame, and are NaN outside the pupil.
 *
 * @param basis       the polynomials, also as images on demand
 * @param terms       coefficients of the phase after the removal, j = 1 .. orders
 * @param phase       the phase after the removal, rad; not copied, must not be changed afterwards
 * @param plane       where aberrations are counted from: the centre of the domain
 * @param aberrations all low orders of the phase as it came, fitted together
 * @param removed     what was taken off
 * @param rms         of the phase after the removal about its mean, rad
 * @param fittedRms   the same of the sum of all terms
 * @param residualRms of what the terms leave
 */
public record ZernikeFit(ZernikeBasis basis, List<ZernikeTerm> terms, double[] phase,
		PupilPlane plane, GeometricAberrations aberrations, GeometricAberrations removed, double rms,
		double fittedRms, double residualRms) {
	/** Copies the list. */
	public ZernikeFit {
		terms = List.copyOf(terms);
	}

	/** The sum of all terms, rad. */
	public double[] fitted() {
		return basis.values(terms.stream().mapToDouble(ZernikeTerm::rad).toArray());
	}

	/** What the terms leave of the phase, rad. */
	public double[] residual() {
		double[] residual = fitted();
		for (int p = 0; p < residual.length; p++)
			residual[p] = phase[p] - residual[p];
		return residual;
	}
}
