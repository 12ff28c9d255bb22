// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;

/**
 * Distances of 1, 2 or 5 times a power of ten between the numbers of an axis, which are written as on the axes of images: as many
 * decimals as they differ in, and nothing between thousands.
 */
final class RoundTicks {
	private static final int SMALLEST = -15;
	private static final int LARGEST = 15;
	/** Powers of ten outside of these are written with an exponent. */
	private static final int FEWEST_DECIMALS = -6;
	private static final int MOST_DIGITS = 6;
	private static final int[] ROUND = { 1, 2, 5 };

	private RoundTicks() {
	}

	/** For any numbers. */
	static TickUnitSource all() {
		return from(SMALLEST);
	}

	/** For whole numbers. */
	static TickUnitSource whole() {
		return from(0);
	}

	private static TickUnits from(int smallest) {
		TickUnits units = new TickUnits();
		for (int power = smallest; power <= LARGEST; power++) {
			DecimalFormat format = new DecimalFormat(pattern(power), DecimalFormatSymbols.getInstance(Locale.ROOT));
			for (int digit : ROUND)
				units.add(new NumberTickUnit(digit * Math.pow(10, power), format));
		}
		return units;
	}

	private static String pattern(int power) {
		if (power < FEWEST_DECIMALS || power > MOST_DIGITS)
			return "0.####E0";
		return power < 0 ? "0." + "#".repeat(-power) : "0";
	}
}
