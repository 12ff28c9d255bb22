// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

/**
 * Slope per pixel of a field at the pixels' centres: half the difference of both neighbours, and at a rim from the two
 * pixels inside, so that quadratic fields come out right everywhere.
 *
 * @param length pixels along the axis
 * @param stride distance of neighbours in the flat array
 */
record CentralSlope(int length, int stride) {
	/**
	 * @param field NaN where there is none
	 * @param p     pixel
	 * @param k     its place along the axis
	 * @return NaN without a neighbour, and where the field has no value
	 */
	double at(double[] field, int p, int k) {
		if (Double.isNaN(field[p]))
			return Double.NaN;
		double before = k > 0 ? field[p - stride] : Double.NaN;
		double after = k + 1 < length ? field[p + stride] : Double.NaN;
		if (!Double.isNaN(before) && !Double.isNaN(after))
			return (after - before) / 2;
		if (!Double.isNaN(after))
			return oneSided(field[p], after, k + 2 < length ? field[p + 2 * stride] : Double.NaN);
		return -oneSided(field[p], before, k > 1 ? field[p - 2 * stride] : Double.NaN);
	}

	private static double oneSided(double here, double next, double second) {
		return Double.isNaN(second) ? next - here : (4 * next - 3 * here - second) / 2;
	}
}
