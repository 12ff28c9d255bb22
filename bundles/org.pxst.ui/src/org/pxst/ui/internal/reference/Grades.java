// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.ui.image.Layer;

/** Values as a second, semi-transparent colour on a picture: the larger, the less is seen of the picture. */
final class Grades {
	private static final int COUNT = 6;
	private static final int STRONGEST = 190;

	private Grades() {
	}

	/**
	 * Grades between two values; below the first nothing is coloured, from the second on it is strongest. When the first is
	 * the larger one, small values are coloured.
	 *
	 * @param values flat (ss, fs), NaN where there is none
	 * @param from   first value that is coloured
	 * @param to     value of the strongest colour
	 * @param rgb    colour
	 * @return a layer for each grade, weakest first
	 */
	static List<Layer> between(float[] values, double from, double to, int rgb) {
		List<Layer> layers = new ArrayList<>();
		if (from == to || Double.isNaN(from + to))
			return layers;
		boolean[][] marked = new boolean[COUNT][values.length];
		for (int p = 0; p < values.length; p++) {
			double part = (values[p] - from) / (to - from);
			if (part > 0)
				marked[(int) Math.min(COUNT - 1.0, part * COUNT)][p] = true;
		}
		for (int k = 0; k < COUNT; k++)
			layers.add(new Layer(marked[k], rgb, STRONGEST * (k + 1) / COUNT));
		return layers;
	}

	/**
	 * The value that a part of all values is below.
	 *
	 * @param percent 0 .. 100
	 * @return NaN when there is no value
	 */
	static double percentile(float[] values, double percent) {
		float[] known = new float[values.length];
		int count = 0;
		for (float value : values)
			if (!Float.isNaN(value))
				known[count++] = value;
		if (count == 0)
			return Double.NaN;
		Arrays.sort(known, 0, count);
		return known[(int) Math.round(percent / 100 * (count - 1))];
	}
}
