// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import java.util.Arrays;

import org.pxst.core.scan.Mask;
import org.pxst.core.simulation.SimulationSettings;

/**
 * Pixels that do not work.
 *
 * @param mask     all others
 * @param dead     flat indices of pixels that read 0
 * @param hot      flat indices of pixels that read too much
 * @param hotLevel mean counts of each hot pixel
 */
public record DetectorDefects(Mask mask, int[] dead, int[] hot, double[] hotLevel) {
	/** Chooses the pixels, each at most once. */
	public static DetectorDefects of(SimulationSettings s, RandomStream random) {
		int pixels = s.rows() * s.columns();
		int dead = (int) (s.dead() * pixels);
		int hot = (int) (s.hot() * pixels);
		int[] order = new int[pixels];
		for (int k = 0; k < pixels; k++)
			order[k] = k;
		boolean[] good = new boolean[pixels];
		Arrays.fill(good, true);
		for (int k = 0; k < dead + hot; k++) {
			int other = k + random.below(pixels - k);
			int chosen = order[other];
			order[other] = order[k];
			order[k] = chosen;
			good[chosen] = false;
		}
		double[] level = new double[hot];
		for (int k = 0; k < hot; k++)
			level[k] = s.counts() * random.uniform(5, 20);
		return new DetectorDefects(new Mask(s.rows(), s.columns(), good), Arrays.copyOf(order, dead),
				Arrays.copyOfRange(order, dead, dead + hot), level);
	}
}
