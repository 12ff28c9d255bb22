// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import org.pxst.core.numerics.Paraboloid;

/**
 * The quadratic refinement (paper, section 4.2): the minimum of the paraboloid through the errors at nine shifts. Unlike the
 * 2020 suite it accepts only minima, and only near the nine shifts; where the errors have a minimum in one direction only
 * (the sample has structure in one direction, whatever its angle) it moves across that valley and not along it.
 */
public final class QuadraticRefinement {
	/** How far outside the nine shifts a minimum may be believed, in steps. */
	private static final double FARTHEST = 1.5;

	/**
	 * @param ss        shift along the slow scan axis, in steps
	 * @param fs        shift along the fast scan axis, in steps
	 * @param curvature smaller principal curvature of the error there, per step squared; 0 when nothing was found
	 */
	public record Shift(double ss, double fs, double curvature) {
		/** No minimum. */
		public static final Shift NONE = new Shift(0, 0, 0);
	}

	/**
	 * @param errors nine errors, index offset + 3 (ss + 1) + (fs + 1)
	 * @param offset of the first of the nine
	 * @return the shift of the minimum, or {@link Shift#NONE}
	 */
	public Shift minimum(double[] errors, int offset) {
		for (int k = 0; k < 9; k++)
			if (Double.isNaN(errors[offset + k]))
				return Shift.NONE;
		Paraboloid q = Paraboloid.fit(errors, offset);
		double mean = q.c20() + q.c02();
		double spread = Math.hypot(q.c20() - q.c02(), q.c11());
		if (q.hasMinimum() && Math.abs(q.x()) <= FARTHEST && Math.abs(q.y()) <= FARTHEST)
			return new Shift(q.x(), q.y(), mean - spread);
		// direction of the stronger curvature, from the slow scan axis
		double angle = 0.5 * Math.atan2(q.c11(), q.c20() - q.c02());
		double slope = Math.cos(angle) * q.c10() + Math.sin(angle) * q.c01();
		double along = -slope / (mean + spread);
		if (!(mean + spread > 0) || !(Math.abs(along) <= FARTHEST))
			return Shift.NONE;
		return new Shift(along * Math.cos(angle), along * Math.sin(angle), 0);
	}
}
