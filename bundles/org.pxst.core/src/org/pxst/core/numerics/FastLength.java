// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

/** Lengths for which Fourier transforms are fast: no other prime factors than 2, 3 and 5. */
public final class FastLength {
	private static final int[] FACTORS = { 2, 3, 5 };

	private FastLength() {
	}

	/**
	 * @param minimum shortest length, 1 or more
	 * @return the smallest such length from {@code minimum} on
	 */
	public static int atLeast(int minimum) {
		int length = minimum;
		while (!isFast(length))
			length++;
		return length;
	}

	private static boolean isFast(int length) {
		int rest = length;
		for (int factor : FACTORS)
			while (rest % factor == 0)
				rest /= factor;
		return rest == 1;
	}
}
