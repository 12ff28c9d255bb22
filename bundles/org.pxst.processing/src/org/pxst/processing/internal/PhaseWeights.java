// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/** Trust in the pixels of a map: the whitefield (paper, section 5.1), and little for bad pixels, whose map is filled. */
public final class PhaseWeights {
	/** Weight of a filled bad pixel against 1: its map is that of the pixels around it. */
	private static final double FILLED_WEIGHT = 0.1;

	private PhaseWeights() {
	}

	/**
	 * @param area       pixels that the map is known at, bad ones among them included
	 * @param mask       good pixels
	 * @param whitefield counts
	 * @return flat (ss, fs), 0 outside the area; not a number where the whitefield is none
	 */
	public static double[] of(Mask area, Mask mask, Image whitefield) {
		double[] weights = new double[area.good().length];
		for (int p = 0; p < weights.length; p++)
			if (area.good()[p])
				weights[p] = Math.max(whitefield.values()[p], Float.MIN_NORMAL) * (mask.good()[p] ? 1 : FILLED_WEIGHT);
		return weights;
	}
}
