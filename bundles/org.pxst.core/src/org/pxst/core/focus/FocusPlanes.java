// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.pxst.core.InvalidDataException;

/**
 * Evenly spaced planes across the beam, counted from the nominal focus (the point that the detector distance is counted
 * from), positive downstream, towards the detector.
 *
 * @param start first plane, m
 * @param stop  last plane, m, &gt; start when there are several
 * @param count number of planes, 1 or more
 */
public record FocusPlanes(double start, double stop, int count) {
	/** Checks the ranges. Throws {@link InvalidDataException}. */
	public FocusPlanes {
		if (count < 1 || !Double.isFinite(start) || !Double.isFinite(stop) || count > 1 && !(stop > start))
			throw new InvalidDataException("focus_profile: " + count + " planes from " + start + " m to " + stop
					+ " m; give zs as start, stop and number, start before stop and at least one plane");
	}

	/** Position of plane k, m. */
	public double position(int k) {
		return count == 1 ? start : start + k * spacing();
	}

	/** Distance between neighbouring planes, m; 0 when there is only one. */
	public double spacing() {
		return count == 1 ? 0 : (stop - start) / (count - 1);
	}
}
