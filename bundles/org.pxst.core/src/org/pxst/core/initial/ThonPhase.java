// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/**
 * What is expected of the rings' phase. The shape of the background shifts the apparent phase of the first rings, and a
 * wrong phase is a wrong scale: so it costs to leave the expected one, one tolerance as much as all the misfit there is.
 *
 * @param expected  2 atan(beta / delta)
 * @param tolerance of the phase, &gt; 0; may be infinite
 */
record ThonPhase(double expected, double tolerance) {
	static ThonPhase of(FitThonRingsSettings settings) {
		return new ThonPhase(2 * Math.atan(settings.bd()), 2 * settings.bdTolerance() / (1 + settings.bd() * settings.bd()));
	}

	/** Cost of a phase. */
	double cost(double phase) {
		double x = (phase - expected) / tolerance;
		return x * x;
	}

	/** Phases that a search should try. */
	double[] candidates() {
		// bd between -0.25 and 1 and somewhat more when anything is possible
		double first = Double.isInfinite(tolerance) ? -0.5 : expected - Math.min(tolerance, 1);
		double last = Double.isInfinite(tolerance) ? 1.7 : expected + Math.min(tolerance, 1);
		double[] phases = new double[9];
		for (int k = 0; k < phases.length; k++)
			phases[k] = first + (last - first) * k / (phases.length - 1);
		return phases;
	}
}
