// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import org.pxst.core.InvalidDataException;

/**
 * What the sample is made of: refractive index {@code 1 - delta + i beta}. The sample is taken to be of one material; of a
 * mixture, delta / beta should be about the same everywhere.
 *
 * @param delta decrement of the refractive index, &gt; 0
 * @param beta  absorption index, 0 or more
 */
public record Material(double delta, double beta) {
	/** Checks the ranges. Throws {@link InvalidDataException}. */
	public Material {
		if (!(delta > 0) || Double.isInfinite(delta))
			throw new InvalidDataException("calculate_sample_thickness: delta is " + delta
					+ ", but must be positive; give the decrement of the sample's refractive index");
		if (!(beta >= 0) || Double.isInfinite(beta))
			throw new InvalidDataException("calculate_sample_thickness: beta is " + beta
					+ ", but must be 0 or more; give the sample's absorption index");
	}
}
