// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.image.Image;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.scan.Mask;

/**
 * Second half of make_whitefield (paper, section 4.1): bad pixels get the Gaussian average of the good ones around them
 * (sigma 4 pixels, cut off at 20 sigma). Deviation from the 2020 suite, on purpose: good pixels without counts keep their
 * 0, since light that spreads from the lit area into the dark would make pixels count that see nothing.
 */
public final class FillWhitefield {
	private static final double SIGMA = 4;
	private static final double TRUNCATE = 20;

	/**
	 * @param whitefield median over frames, shape (M, L)
	 * @param mask       true = good
	 * @return the whitefield, 0 where it is dark and where no good pixel is within reach
	 */
	public Image apply(Image whitefield, Mask mask) {
		double[] values = new double[whitefield.values().length];
		double[] weights = new double[values.length];
		boolean[] bad = new boolean[values.length];
		boolean complete = true;
		for (int p = 0; p < values.length; p++) {
			values[p] = whitefield.values()[p];
			weights[p] = mask.good()[p] ? 1 : 0;
			bad[p] = !mask.good()[p];
			complete &= !bad[p];
		}
		if (complete)
			return whitefield;
		double[] average = new GaussianFilter(SIGMA, TRUNCATE)
				.weighted(whitefield.rows(), whitefield.columns(), weights, bad).average(values);
		float[] filled = whitefield.values().clone();
		for (int p = 0; p < filled.length; p++)
			if (bad[p])
				filled[p] = Double.isNaN(average[p]) ? 0 : (float) average[p];
		return new Image(whitefield.rows(), whitefield.columns(), filled);
	}
}
