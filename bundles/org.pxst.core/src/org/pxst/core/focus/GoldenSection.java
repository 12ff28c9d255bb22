// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import java.util.function.DoubleUnaryOperator;

/** Golden section search: where a function with one maximum in an interval is largest. */
final class GoldenSection {
	private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

	private GoldenSection() {
	}

	/**
	 * @param low      one end of the interval
	 * @param high     the other end
	 * @param function the function
	 * @param steps    each makes the interval shorter by the factor 0.618
	 * @return middle of the last interval
	 */
	static double largest(double low, double high, DoubleUnaryOperator function, int steps) {
		double a = low;
		double b = high;
		double left = b - GOLDEN * (b - a);
		double right = a + GOLDEN * (b - a);
		double atLeft = function.applyAsDouble(left);
		double atRight = function.applyAsDouble(right);
		for (int k = 0; k < steps; k++)
			if (atLeft > atRight) {
				b = right;
				right = left;
				atRight = atLeft;
				left = b - GOLDEN * (b - a);
				atLeft = function.applyAsDouble(left);
			} else {
				a = left;
				left = right;
				atLeft = atRight;
				right = a + GOLDEN * (b - a);
				atRight = function.applyAsDouble(right);
			}
		return (a + b) / 2;
	}
}
