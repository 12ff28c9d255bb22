// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;

/**
 * How levels are chosen: the same for all pictures, or from the percentiles of each.
 *
 * @param fixed levels that were set by hand; empty for percentiles
 * @param low   percentile that gets the first colour, 0 .. 100
 * @param high  percentile that gets the last colour, low .. 100
 */
public record LevelsChoice(Optional<Levels> fixed, double low, double high) {
	/** Percentiles 1 to 99 of each picture. */
	public static final LevelsChoice AUTOMATIC = percentiles(1, 99);

	/** Percentiles of each picture. */
	public static LevelsChoice percentiles(double low, double high) {
		return new LevelsChoice(Optional.empty(), low, high);
	}

	/** Levels by hand. */
	public static LevelsChoice fixed(double low, double high) {
		return new LevelsChoice(Optional.of(new Levels(low, high)), 0, 100);
	}
}
