// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.stream.LongStream;

/** At which values contour lines are drawn: at multiples of a step. */
public final class ContourLevels {
	/** More lines than these are a grey area. */
	static final int MOST = 60;
	private static final double WANTED = 10;

	private ContourLevels() {
	}

	/**
	 * 1, 2 or 5 times a power of ten, so that there are about ten lines.
	 *
	 * @return 0 when low and high are not finite or the same
	 */
	public static double step(double low, double high) {
		double rough = (high - low) / WANTED;
		if (!(rough > 0) || Double.isInfinite(rough))
			return 0;
		double power = Math.pow(10, Math.floor(Math.log10(rough)));
		double mantissa = rough / power;
		double nice = mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10;
		return nice * power;
	}

	/**
	 * The multiples of a step between low and high. A step that is too small for the range is made larger, ten times as often
	 * as it takes.
	 *
	 * @param step 0 for one that fits
	 */
	public static double[] between(double low, double high, double step) {
		double used = step > 0 ? step : step(low, high);
		if (!(used > 0) || !(high > low))
			return new double[0];
		while ((high - low) / used > MOST)
			used *= 10;
		double distance = used;
		return LongStream.rangeClosed((long) Math.ceil(low / distance), (long) Math.floor(high / distance))
				.mapToDouble(k -> k * distance).filter(v -> v > low && v < high).toArray();
	}
}
