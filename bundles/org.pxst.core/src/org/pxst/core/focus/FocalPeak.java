// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * The highest point of the intensity near the focus.
 *
 * @param position  of its plane, m from the nominal focus
 * @param s         place along ss, part of the field of view
 * @param t         place along fs, part of the field of view
 * @param intensity squared modulus
 */
record FocalPeak(double position, double s, double t, double intensity) {
	/** Steps are halved this many times: a thousandth of the first ones, a millionth of the height. */
	private static final int HALVINGS = 10;

	/**
	 * Climbs from a point to the highest one near it, along one coordinate after the other.
	 *
	 * @param wave    the wave
	 * @param planes  range of the planes
	 * @param from    position, s, t
	 * @param steps   first steps of these
	 * @param monitor for cancelling
	 */
	static FocalPeak climb(FocalWave wave, PlaneSearch planes, double[] from, double[] steps, IMonitor monitor) {
		double[] point = from.clone();
		double[] step = steps.clone();
		double highest = wave.intensity(point[0], point[1], point[2]);
		for (int halvings = 0; halvings < HALVINGS;) {
			boolean climbed = false;
			for (int axis = 0; axis < point.length; axis++)
				for (int sign = -1; sign <= 1; sign += 2) {
					if (monitor.isCancelled())
						throw new CancelledException("focus_profile");
					double[] next = point.clone();
					next[axis] += sign * step[axis];
					if (axis == 0)
						next[0] = Math.min(planes.highest(), Math.max(planes.lowest(), next[0]));
					double intensity = wave.intensity(next[0], next[1], next[2]);
					if (intensity > highest) {
						highest = intensity;
						point = next;
						climbed = true;
					}
				}
			if (!climbed) {
				halvings++;
				for (int axis = 0; axis < step.length; axis++)
					step[axis] /= 2;
			}
		}
		return new FocalPeak(point[0], point[1], point[2], highest);
	}
}
