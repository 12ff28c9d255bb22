// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

/**
 * Least-squares paraboloid {@code c20 x^2 + c02 y^2 + c11 x y + c10 x + c01 y + c00} through nine values at x, y = -1, 0, 1
 * (paper, section 4.2, quadratic refinement).
 *
 * @param c20 curvature along x, half the second derivative
 * @param c02 curvature along y, half the second derivative
 * @param c11 mixed term
 * @param c10 slope along x
 * @param c01 slope along y
 * @param c00 value at the centre
 */
public record Paraboloid(double c20, double c02, double c11, double c10, double c01, double c00) {
	/**
	 * @param values index offset + 3 (x + 1) + (y + 1)
	 * @param offset of the first of the nine
	 */
	public static Paraboloid fit(double[] values, int offset) {
		double s = 0;
		double sx = 0;
		double sy = 0;
		double sxx = 0;
		double syy = 0;
		double sxy = 0;
		for (int x = -1; x <= 1; x++)
			for (int y = -1; y <= 1; y++) {
				double v = values[offset + 3 * (x + 1) + y + 1];
				s += v;
				sx += x * v;
				sy += y * v;
				sxx += x * x * v;
				syy += y * y * v;
				sxy += x * y * v;
			}
		double c20 = sxx / 2 - s / 3;
		double c02 = syy / 2 - s / 3;
		return new Paraboloid(c20, c02, sxy / 4, sx / 6, sy / 6, s / 9 - 2 * (c20 + c02) / 3);
	}

	/** Whether the stationary point is a minimum in all directions. */
	public boolean hasMinimum() {
		return c20 > 0 && c02 > 0 && 4 * c20 * c02 - c11 * c11 > 0;
	}

	/** Place of the stationary point along x. */
	public double x() {
		return (c01 * c11 - 2 * c02 * c10) / (4 * c20 * c02 - c11 * c11);
	}

	/** Place of the stationary point along y. */
	public double y() {
		return (c10 * c11 - 2 * c20 * c01) / (4 * c20 * c02 - c11 * c11);
	}
}
