// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.Color;
import java.awt.Paint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.jfree.chart.renderer.PaintScale;
import org.pxst.processing.images.ColourMap;

/**
 * Colours for values between two limits. Values outside get the colour of the limit, NaN a pale grey-blue that no map
 * has.
 *
 * @param map  colours
 * @param low  value of the first colour
 * @param high value of the last colour, &gt; low
 */
public record ColourScale(ColourMap map, double low, double high) implements PaintScale {
	private static final int MISSING = 0xd9e0e8;
	/** This part of the values at either end is outside of the limits, so that outliers do not wash the rest out. */
	private static final double OUTLIERS = 0.01;
	/** Leaves room for greys in a palette of 256. */
	private static final int COLOURS = 220;
	private static final Map<ColourMap, int[]> TABLES = new EnumMap<>(ColourMap.class);

	static {
		for (ColourMap map : ColourMap.values())
			TABLES.put(map, map.table(COLOURS));
	}

	/** Limits from the values: 1 % of them is below and 1 % above. NaN does not count. */
	public static ColourScale of(ColourMap map, double[] values) {
		double[] sorted = sorted(values);
		double low = percentile(sorted, OUTLIERS);
		double high = percentile(sorted, 1 - OUTLIERS);
		return high > low ? new ColourScale(map, low, high) : around(map, low);
	}

	/** Limits of the same size on both sides of 0: 1 % of the values is outside. NaN does not count. */
	public static ColourScale symmetric(ColourMap map, double[] values) {
		double[] sizes = sorted(Arrays.stream(values).map(Math::abs).toArray());
		double limit = percentile(sizes, 1 - OUTLIERS);
		return limit > 0 ? new ColourScale(map, -limit, limit) : around(map, 0);
	}

	/** All values are the same. */
	private static ColourScale around(ColourMap map, double value) {
		double half = value == 0 ? 1 : Math.abs(value) / 10;
		return new ColourScale(map, value - half, value + half);
	}

	private static double[] sorted(double[] values) {
		return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
	}

	private static double percentile(double[] sorted, double part) {
		return sorted.length == 0 ? 0 : sorted[(int) Math.round(part * (sorted.length - 1))];
	}

	/** Colour of a value: red, green, blue, 8 bits each. */
	public int rgb(double value) {
		if (Double.isNaN(value))
			return MISSING;
		double fraction = (value - low) / (high - low);
		return TABLES.get(map)[(int) Math.max(0, Math.min(COLOURS - 1.0, fraction * COLOURS))];
	}

	/** All its colours but that for NaN. */
	int[] colours() {
		return TABLES.get(map).clone();
	}

	@Override
	public double getLowerBound() {
		return low;
	}

	@Override
	public double getUpperBound() {
		return high;
	}

	@Override
	public Paint getPaint(double value) {
		return new Color(rgb(value));
	}
}
