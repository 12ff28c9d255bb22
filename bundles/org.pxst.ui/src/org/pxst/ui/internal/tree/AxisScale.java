// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Collection;

import org.pxst.ui.view.SiPrefix;

/**
 * Makes the numbers at an axis easy to read: lengths and angles get the prefix that fits, plain numbers that are very small
 * or very large a power of ten.
 *
 * @param label of the axis, with unit
 * @param size  by which the values are to be divided
 */
record AxisScale(String label, double size) {
	private static final double SMALL = 1e-2;
	private static final double LARGE = 1e5;
	private static final int GROUP = 3;

	/**
	 * The scale for some values.
	 *
	 * @param quantity what they are
	 * @param unit     of the values, "" for plain numbers
	 * @param values   all of them
	 */
	static AxisScale of(String quantity, String unit, Collection<double[]> values) {
		double largest = 0;
		for (double[] some : values)
			for (double value : some)
				if (Double.isFinite(value))
					largest = Math.max(largest, Math.abs(value));
		SiPrefix prefix = SiPrefix.of(largest, unit);
		if (prefix.size() != 1 || largest == 0 || largest >= SMALL && largest < LARGE)
			return new AxisScale(prefix.label(quantity), prefix.size());
		int exponent = GROUP * Math.floorDiv((int) Math.floor(Math.log10(largest)), GROUP);
		String power = "1e" + exponent + (unit.isEmpty() ? "" : " " + unit);
		return new AxisScale(quantity + " (" + power + ")", Math.pow(10, exponent));
	}

	/** The values at the axis. */
	double[] of(double[] values) {
		double[] scaled = values.clone();
		for (int k = 0; k < scaled.length; k++)
			scaled[k] /= size;
		return scaled;
	}
}
