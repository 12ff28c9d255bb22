// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Finds the plane where a quantity is largest, also when the planes are farther apart than the focus is deep: around the
 * best plane in steps that do not miss it, then by golden section.
 *
 * @param planes the planes
 * @param first  first usable plane
 * @param last   last usable plane
 */
record PlaneSearch(FocusPlanes planes, int first, int last) {
	private static final int PLANES_AROUND = 2;
	private static final int FEWEST_STEPS = 8;
	private static final int MOST_STEPS = 512;
	private static final int GOLDEN_STEPS = 24;

	double lowest() {
		return planes.position(first);
	}

	double highest() {
		return planes.position(last);
	}

	/** Whether a plane lies between the ends, by more than a part of the depth of the focus. */
	boolean isInside(double position, double depth) {
		return position > lowest() + 0.01 * depth && position < highest() - 0.01 * depth;
	}

	/**
	 * @param values   the quantity at the planes; NaN at planes that do not count
	 * @param quantity the quantity at any position; used by several threads
	 * @param depth    change of position that matters
	 * @param monitor  for cancelling
	 * @return position between the first and the last usable plane
	 */
	double largest(double[] values, DoubleUnaryOperator quantity, double depth, IMonitor monitor) {
		int best = first;
		for (int k = first; k <= last; k++)
			if (values[k] > values[best])
				best = k;
		double low = planes.position(Math.max(first, best - PLANES_AROUND));
		double high = planes.position(Math.min(last, best + PLANES_AROUND));
		if (low == high)
			return low;
		int steps = (int) Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.ceil((high - low) / depth)));
		double step = (high - low) / steps;
		double[] finer = new double[steps + 1];
		IntStream.rangeClosed(0, steps).parallel()
				.forEach(k -> finer[k] = monitor.isCancelled() ? 0 : quantity.applyAsDouble(low + k * step));
		if (monitor.isCancelled())
			throw new CancelledException("focus_profile");
		int top = 0;
		for (int k = 1; k <= steps; k++)
			if (finer[k] > finer[top])
				top = k;
		return GoldenSection.largest(low + Math.max(0, top - 1) * step, low + Math.min(steps, top + 1) * step, quantity,
				GOLDEN_STEPS);
	}
}
