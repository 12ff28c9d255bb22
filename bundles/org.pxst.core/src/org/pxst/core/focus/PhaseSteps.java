// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

/**
 * Checks whether the pupil's pixels are fine enough for a plane: the phase, with the curvature that takes it to that
 * plane, may change by no more than half a turn from one pixel to the next. Light from where it changes by more arrives in
 * the plane outside the field of view, lambda z / pixel, and shows up inside on the other side.
 */
final class PhaseSteps {
	private final Pupil pupil;
	private final Optics optics;

	PhaseSteps(Pupil pupil, Optics optics) {
		this.pupil = pupil;
		this.optics = optics;
	}

	/** For each plane, the larger of both axes' parts of the light that are sampled too coarsely. */
	double[] aliased(FocusPlanes planes) {
		double[] ss = aliased(planes, Axis.SS);
		double[] fs = aliased(planes, Axis.FS);
		for (int k = 0; k < ss.length; k++)
			ss[k] = Math.max(ss[k], fs[k]);
		return ss;
	}

	private double[] aliased(FocusPlanes planes, Axis axis) {
		int stride = axis == Axis.SS ? pupil.columns() : 1;
		// light that is well sampled from plane k on, and no more
		double[] change = new double[planes.count() + 1];
		double total = 0;
		for (int p = 0; p + stride < pupil.re().length; p++) {
			int k = axis == Axis.SS ? p / pupil.columns() : p % pupil.columns();
			if (k == pupil.length(axis) - 1 || !pupil.isLit(p) || !pupil.isLit(p + stride))
				continue;
			double light = pupil.light(p) + pupil.light(p + stride);
			total += light;
			double step = pupil.phase()[p + stride] - pupil.phase()[p];
			// the curvature adds -c ((i + 1)^2 - i^2)
			double lever = 2 * (k + pupil.first(axis)) + 1;
			int from = 0;
			int to = planes.count();
			if (lever == 0) {
				if (Math.abs(step) > Math.PI)
					continue;
			} else {
				double a = optics.position(axis, (step - Math.PI) / lever);
				double b = optics.position(axis, (step + Math.PI) / lever);
				from = firstFrom(planes, Math.min(a, b));
				to = firstFrom(planes, Math.max(a, b));
			}
			change[from] += light;
			change[to] -= light;
		}
		double[] aliased = new double[planes.count()];
		double good = 0;
		for (int k = 0; k < aliased.length; k++) {
			good += change[k];
			aliased[k] = total > 0 ? Math.max(0, 1 - good / total) : 0;
		}
		return aliased;
	}

	/** First plane at or behind a position; the number of planes when there is none. */
	private static int firstFrom(FocusPlanes planes, double position) {
		if (planes.count() == 1)
			return position <= planes.start() ? 0 : 1;
		double k = Math.ceil((position - planes.start()) / planes.spacing());
		return (int) Math.min(planes.count(), Math.max(0, k));
	}
}
