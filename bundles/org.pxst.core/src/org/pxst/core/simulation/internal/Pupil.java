// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.apache.commons.math3.special.Erf;
import org.pxst.core.simulation.SimulationSettings;

/**
 * The lens's pupil on the detector: a rectangle with round corners and soft edges, somewhat off the detector's centre,
 * with the efficiency gradient and the slow streaks of a pair of multilayer Laue lenses. Lengths in detector pixels.
 *
 * @param centreSs centre, row
 * @param centreFs centre, column
 * @param halfSs   half the size along the slow scan axis
 * @param halfFs   half the size along the fast scan axis
 * @param softness sigma of the error function at the edge
 */
public record Pupil(double centreSs, double centreFs, double halfSs, double halfFs, double softness) {
	/** Further from the edge than so many sigma the edge function is 0 or 1 in single precision. */
	private static final double EDGE = 8;

	/** The pupil for these settings. */
	public static Pupil of(SimulationSettings s) {
		return new Pupil((s.rows() - 1) / 2.0 + 0.02 * s.rows(), (s.columns() - 1) / 2.0 - 0.02 * s.columns(),
				s.pupil() * s.rows() / 2, s.pupil() * s.columns() / 2, s.softness());
	}

	/**
	 * Intensity in the pupil, about 1 in the middle and 0 outside.
	 *
	 * @param i detector row
	 * @param j detector column
	 */
	public double intensity(double i, double j) {
		double corner = 0.25 * Math.min(halfSs, halfFs);
		double dy = Math.abs(i - centreSs) - (halfSs - corner);
		double dx = Math.abs(j - centreFs) - (halfFs - corner);
		double distance = Math.hypot(Math.max(dy, 0), Math.max(dx, 0)) + Math.min(Math.max(dy, dx), 0) - corner;
		double sigmas = distance / softness;
		if (sigmas > EDGE)
			return 0;
		double edge = sigmas < -EDGE ? 1 : 0.5 * Erf.erfc(sigmas / Math.sqrt(2));
		double y = (i - centreSs) / halfSs;
		double x = (j - centreFs) / halfFs;
		return Math.max(0,
				edge * (1 + 0.20 * y - 0.15 * x + 0.06 * Math.cos(9 * y + 1) + 0.06 * Math.cos(12 * x + 2)));
	}
}
