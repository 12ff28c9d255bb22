// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * The connected area that the lens lights: where the whitefield is above a small part of its brightest pixels. Outside it
 * there is nothing but noise, which must neither be matched nor merged.
 *
 * @param level part of the whitefield's 99.9th percentile, 0 .. 1
 */
public record IlluminatedArea(double level) {
	/** One thousandth: the rim of a bright beam still has tens of counts there. */
	public static final double DEFAULT_LEVEL = 1e-3;

	/** With the default level. */
	public IlluminatedArea() {
		this(DEFAULT_LEVEL);
	}

	/**
	 * @param whitefield shape (M, L), bad pixels filled, but not the dark ones
	 * @param mask       good pixels, those that set the scale
	 * @return the largest connected lit area, bad pixels in it included; all false when nothing is lit
	 */
	public Mask apply(Image whitefield, Mask mask) {
		int rows = whitefield.rows();
		int columns = whitefield.columns();
		float[] sorted = new float[mask.count()];
		int n = 0;
		for (int p = 0; p < whitefield.values().length; p++)
			if (mask.good()[p])
				sorted[n++] = whitefield.values()[p];
		Arrays.sort(sorted);
		boolean[] lit = new boolean[rows * columns];
		if (n > 0) {
			float threshold = (float) (level * sorted[(int) (0.999 * (n - 1))]);
			for (int p = 0; p < lit.length; p++)
				lit[p] = whitefield.values()[p] > threshold;
		}
		return new Mask(rows, columns, largestPart(rows, columns, lit));
	}

	private static boolean[] largestPart(int rows, int columns, boolean[] lit) {
		int[] list = new int[lit.length];
		boolean[] seen = new boolean[lit.length];
		boolean[] largest = new boolean[lit.length];
		int most = 0;
		for (int start = 0; start < lit.length; start++) {
			if (!lit[start] || seen[start])
				continue;
			int count = 0;
			list[count++] = start;
			seen[start] = true;
			for (int k = 0; k < count; k++) {
				int i = list[k] / columns;
				int j = list[k] % columns;
				for (int[] step : new int[][] { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } }) {
					int a = i + step[0];
					int b = j + step[1];
					if (a < 0 || b < 0 || a >= rows || b >= columns)
						continue;
					int q = a * columns + b;
					if (lit[q] && !seen[q]) {
						seen[q] = true;
						list[count++] = q;
					}
				}
			}
			if (count > most) {
				most = count;
				Arrays.fill(largest, false);
				for (int k = 0; k < count; k++)
					largest[list[k]] = true;
			}
		}
		return largest;
	}
}
