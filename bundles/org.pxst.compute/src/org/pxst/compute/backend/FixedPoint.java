// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

/**
 * Sums in 64-bit fixed point, for merges whose order of summation is not fixed: whole numbers add up to the same in any
 * order. A value v is taken as {@code (long) (v * scale)}, the product in single precision and cut off towards 0.
 *
 * @param exponent of the scale, a power of 2
 */
public record FixedPoint(int exponent) {
	private static final int BITS = 62;
	/** Beyond this the scale, or its inverse, leaves the range of normal floats. */
	private static final int LARGEST_EXPONENT = 126;

	/**
	 * The finest for sums that cannot overflow.
	 *
	 * @param largest largest value, at least 0
	 * @param count   largest number of values that go into one sum, at least 0
	 */
	public static FixedPoint forSum(double largest, long count) {
		double bound = largest * count;
		if (!(bound > 0) || !(bound < Double.POSITIVE_INFINITY))
			return new FixedPoint(0);
		int exponent = BITS - 1 - Math.getExponent(bound);
		return new FixedPoint(Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent)));
	}

	/** What values are multiplied by. */
	public float scale() {
		return Math.scalb(1f, exponent);
	}

	/** A sum as a number. */
	public double value(long sum) {
		return Math.scalb((double) sum, -exponent);
	}
}
