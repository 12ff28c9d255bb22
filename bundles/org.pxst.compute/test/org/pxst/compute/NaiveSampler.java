// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** Bilinear sampling of the reference image in double precision; NaN unless all four pixels around have a value. */
record NaiveSampler(ReferenceImage reference) {
	/** Value at row s and column f of the reference image. */
	double at(double s, double f) {
		int i = (int) Math.floor(s);
		int j = (int) Math.floor(f);
		if (i < 0 || j < 0 || i + 1 >= reference.image().rows() || j + 1 >= reference.image().columns())
			return Double.NaN;
		double a = s - i;
		double b = f - j;
		return (1 - a) * (1 - b) * reference.image().at(i, j) + (1 - a) * b * reference.image().at(i, j + 1)
				+ a * (1 - b) * reference.image().at(i + 1, j) + a * b * reference.image().at(i + 1, j + 1);
	}

	/** What detector pixel p sees in frame n when its map is shifted by (ss, fs). */
	double at(ForwardModel model, int n, int p, double ss, double fs) {
		return at(model.map().ss()[p] - model.translations().ss()[n] + reference.n0() + ss,
				model.map().fs()[p] - model.translations().fs()[n] + reference.m0() + fs);
	}
}
