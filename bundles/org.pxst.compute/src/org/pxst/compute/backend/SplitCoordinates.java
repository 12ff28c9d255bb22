// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

/**
 * Coordinates as whole and part, so that single precision is enough for them anywhere in a large image, and all back ends
 * round alike. {@code value = whole + part}, part in [0, 1). The sum of two is taken as
 * {@code whole1 + whole2 + (part1 + part2)}, the bracket in single precision; its nearest pixel is
 * {@code floor(part1 + part2 + 0.5)}, the pixel before it {@code floor(part1 + part2)}.
 *
 * @param whole whole pixels; 0 for coordinates that are not finite
 * @param part  the rest, 0 .. 1 without 1; NaN for coordinates that are not finite
 */
public record SplitCoordinates(int[] whole, float[] part) {
	/**
	 * Splits {@code sign * values + offset}.
	 *
	 * @param values coordinates, pixels
	 * @param sign   1 or -1
	 * @param offset added to each, pixels
	 */
	public static SplitCoordinates of(double[] values, int sign, double offset) {
		int[] whole = new int[values.length];
		float[] part = new float[values.length];
		for (int k = 0; k < values.length; k++) {
			double value = sign * values[k] + offset;
			double floor = Math.floor(value);
			part[k] = (float) (value - floor);
			// what is just below the next pixel may round up to it
			boolean up = part[k] >= 1;
			if (up)
				part[k] = 0;
			whole[k] = Float.isNaN(part[k]) ? 0 : (int) floor + (up ? 1 : 0);
		}
		return new SplitCoordinates(whole, part);
	}
}
