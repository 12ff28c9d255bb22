// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * The two sums of a merge onto the reference image (paper, equation 3), in fixed point.
 * <p>
 * A sample of pixel p in frame n lies between four pixels of the image, at a and b (single precision) past the first of
 * them, and adds to them {@code value * ((1 - a) * (1 - b))}, {@code value * ((1 - a) * b)}, {@code value * (a * (1 - b))}
 * and {@code value * (a * b)}, all in single precision; samples that lie farther out are left out.
 *
 * @param extent           offset and shape
 * @param numerator        sums of what is merged
 * @param denominator      sums of its weights
 * @param numeratorScale   of the numerator
 * @param denominatorScale of the denominator
 */
public record ReferenceSums(ReferenceExtent extent, long[] numerator, long[] denominator, FixedPoint numeratorScale,
		FixedPoint denominatorScale) {

	/**
	 * The reference image {@code sum_n W I / sum_n W^2}.
	 *
	 * @param model          for the mean squared whitefield
	 * @param minimumOverlap values whose overlap is below this part of that are NaN
	 */
	public ReferenceImage image(ForwardModel model, double minimumOverlap) {
		float[] w = model.whitefield().values();
		double meanSquare = 0;
		int count = model.mask().count();
		for (int p = 0; p < w.length; p++)
			if (model.mask().good()[p])
				meanSquare += (double) w[p] * w[p] / count;
		float[] overlap = new float[denominator.length];
		for (int c = 0; c < overlap.length; c++)
			overlap[c] = (float) denominatorScale.value(denominator[c]);
		return new ReferenceImage(ratio(Math.max(minimumOverlap * meanSquare, Double.MIN_NORMAL)),
				new Image(extent.rows(), extent.columns(), overlap), extent.n0(), extent.m0());
	}

	/**
	 * Numerator by denominator.
	 *
	 * @param threshold where the denominator is below this, the value is NaN, &gt; 0
	 */
	public Image ratio(double threshold) {
		float[] values = new float[numerator.length];
		for (int c = 0; c < values.length; c++) {
			double weight = denominatorScale.value(denominator[c]);
			values[c] = weight >= threshold ? (float) (numeratorScale.value(numerator[c]) / weight) : Float.NaN;
		}
		return new Image(extent.rows(), extent.columns(), values);
	}
}
