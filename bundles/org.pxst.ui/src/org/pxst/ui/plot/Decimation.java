// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.util.Arrays;
import java.util.BitSet;

import org.jfree.data.Range;
import org.pxst.processing.charts.CurveData;

/**
 * Leaves out points that would be drawn on top of others, so that a curve of a million points is drawn as quickly as one of
 * a thousand and looks the same.
 *
 * @param x       what is visible of the horizontal axis
 * @param y       what is visible of the vertical axis
 * @param columns pixels across
 * @param rows    pixels down
 */
record Decimation(Range x, Range y, int columns, int rows) {
	/** First, lowest, highest and last point of a column of pixels. */
	private static final int EACH = 4;
	/** So many markers are drawn quickly enough. */
	private static final int FEW = 5000;
	/** Markers closer than this many pixels cover each other. */
	private static final int CELL = 2;

	/** Thins a curve. Curves that go back and forth, and short ones, stay as they are. */
	CurveData.Series line(CurveData.Series series) {
		double[] xs = series.x();
		if (xs.length <= EACH * columns || !rises(xs))
			return series;
		int first = Math.max(0, lower(xs, x.getLowerBound()) - 1);
		int end = Math.min(xs.length, lower(xs, Math.nextUp(x.getUpperBound())) + 1);
		Kept kept = new Kept(end - first);
		double perPixel = x.getLength() / columns;
		int k = first;
		while (k < end) {
			double column = Math.floor((xs[k] - x.getLowerBound()) / perPixel);
			int next = k;
			while (next < end && Math.floor((xs[next] - x.getLowerBound()) / perPixel) == column)
				next++;
			addColumn(series.y(), k, Math.max(next, k + 1), kept);
			k = Math.max(next, k + 1);
		}
		return kept.of(series);
	}

	private static void addColumn(double[] y, int start, int end, Kept kept) {
		if (end - start <= EACH) {
			for (int k = start; k < end; k++)
				kept.add(k);
			return;
		}
		int lowest = start;
		int highest = start;
		int gap = -1;
		for (int k = start; k < end; k++) {
			if (Double.isNaN(y[k]))
				gap = k;
			// the negations let numbers win over NaN
			if (!(y[k] >= y[lowest]) && !Double.isNaN(y[k]))
				lowest = k;
			if (!(y[k] <= y[highest]) && !Double.isNaN(y[k]))
				highest = k;
		}
		int[] indices = { start, lowest, highest, gap, end - 1 };
		Arrays.sort(indices);
		int last = -1;
		for (int index : indices)
			if (index >= 0 && index != last) {
				kept.add(index);
				last = index;
			}
	}

	/** Thins markers: of those that cover each other one is left, and those out of sight go. */
	CurveData.Series markers(CurveData.Series series) {
		int count = series.x().length;
		if (count <= FEW)
			return series;
		int across = columns / CELL + 1;
		int down = rows / CELL + 1;
		BitSet taken = new BitSet(across * down);
		Kept kept = new Kept(count);
		for (int k = 0; k < count; k++) {
			double column = (series.x()[k] - x.getLowerBound()) / x.getLength() * across;
			double row = (series.y()[k] - y.getLowerBound()) / y.getLength() * down;
			if (!(column >= 0 && column < across && row >= 0 && row < down))
				continue;
			int cell = (int) row * across + (int) column;
			if (!taken.get(cell)) {
				taken.set(cell);
				kept.add(k);
			}
		}
		return kept.of(series);
	}

	private static boolean rises(double[] x) {
		for (int k = 1; k < x.length; k++)
			if (!(x[k] >= x[k - 1]))
				return false;
		return true;
	}

	/** First index whose value is not below. */
	private static int lower(double[] x, double value) {
		int low = 0;
		int high = x.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (x[middle] < value)
				low = middle + 1;
			else
				high = middle;
		}
		return low;
	}

	/** Indices of points that stay. */
	private static final class Kept {
		private final int[] indices;
		private int count;

		private Kept(int most) {
			indices = new int[most];
		}

		private void add(int index) {
			indices[count++] = index;
		}

		private CurveData.Series of(CurveData.Series series) {
			return new CurveData.Series(series.name(), pick(series.x()), pick(series.y()),
					series.starts() == null ? null : pick(series.starts()), series.ends() == null ? null : pick(series.ends()));
		}

		private double[] pick(double[] values) {
			double[] picked = new double[count];
			for (int k = 0; k < count; k++)
				picked[k] = values[indices[k]];
			return picked;
		}
	}
}
