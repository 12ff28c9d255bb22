// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Arrays;

import org.pxst.ui.internal.tree.DataContent.Curve;

/**
 * Reads a curve along an axis. Of very long ones, the smallest and the largest value of each of many equal parts are kept,
 * so that no peak is lost.
 *
 * @param slices reads
 * @param part   of complex numbers
 */
record CurveReading(DataSlices slices, ComplexPart part) {
	/** Most points of a curve that are kept as they are. */
	static final int MOST_POINTS = 20_000;
	/** Most elements along an axis that are read for a curve. */
	static final long LONGEST = 1L << 28;
	private static final int BLOCK = 1 << 20;

	/**
	 * Reads one.
	 *
	 * @param name   of the curve
	 * @param start  a place on it
	 * @param axis   along which it goes
	 * @param extent number of elements along it, at most {@link #LONGEST}
	 */
	Curve read(String name, long[] start, int axis, long extent) {
		if (extent <= MOST_POINTS)
			return whole(name, start, axis, (int) extent);
		int bins = MOST_POINTS / 2;
		double[] low = new double[bins];
		double[] high = new double[bins];
		Arrays.fill(low, Double.NaN);
		Arrays.fill(high, Double.NaN);
		long[] from = start.clone();
		long[] count = ones(start.length);
		for (long first = 0; first < extent; first += BLOCK) {
			from[axis] = first;
			count[axis] = Math.min(BLOCK, extent - first);
			double[] block = DataSlices.doubles(part.of(slices.box(from, count)));
			for (int k = 0; k < block.length; k++) {
				int bin = (int) ((first + k) * bins / extent);
				// NaN loses against any number
				low[bin] = low[bin] <= block[k] ? low[bin] : Double.isNaN(block[k]) ? low[bin] : block[k];
				high[bin] = high[bin] >= block[k] ? high[bin] : Double.isNaN(block[k]) ? high[bin] : block[k];
			}
		}
		return envelope(name, low, high, extent);
	}

	private Curve whole(String name, long[] start, int axis, int extent) {
		long[] from = start.clone();
		from[axis] = 0;
		long[] count = ones(start.length);
		count[axis] = extent;
		double[] y = DataSlices.doubles(part.of(slices.box(from, count)));
		double[] x = new double[y.length];
		Arrays.setAll(x, k -> k);
		return new Curve(name, x, y);
	}

	private static Curve envelope(String name, double[] low, double[] high, long extent) {
		double[] x = new double[2 * low.length];
		double[] y = new double[x.length];
		for (int bin = 0; bin < low.length; bin++) {
			double middle = (bin + 0.5) * extent / low.length;
			x[2 * bin] = middle;
			x[2 * bin + 1] = middle;
			y[2 * bin] = low[bin];
			y[2 * bin + 1] = high[bin];
		}
		return new Curve(name, x, y);
	}

	private static long[] ones(int rank) {
		long[] ones = new long[rank];
		Arrays.fill(ones, 1);
		return ones;
	}
}
