// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * Convolution of an image with a symmetric kernel, first along the rows and then along the columns, zeros beyond the rim.
 * Of an image with few pixels that are wanted, only what these need is computed. Sums are in the order of the kernel, so
 * that they are the same however the work is cut. Uses all cores.
 */
final class SeparableConvolution {
	/** Columns that are worked on at a time along the columns: what the kernel reaches of them stays in the cache. */
	private static final int STRIP = 512;

	private final int rows;
	private final int columns;
	private final double[] kernel;
	private final int radius;
	private final boolean[] wanted;
	/** Where the pass along the rows is needed; null: everywhere. */
	private final boolean[] wantedFirst;

	/** Everywhere. */
	SeparableConvolution(int rows, int columns, double[] kernel) {
		this(rows, columns, kernel, null);
	}

	/**
	 * At some pixels.
	 *
	 * @param kernel odd number of entries
	 * @param wanted where, flat (ss, fs); null: everywhere
	 */
	SeparableConvolution(int rows, int columns, double[] kernel, boolean[] wanted) {
		this.rows = rows;
		this.columns = columns;
		this.kernel = kernel;
		this.wanted = wanted;
		radius = kernel.length / 2;
		wantedFirst = wanted == null ? null : reached();
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
	}

	/** Pixels with a wanted one in reach along their column. */
	private boolean[] reached() {
		boolean[] reached = new boolean[wanted.length];
		int[] inReach = new int[columns];
		for (int i = -radius; i < rows; i++) {
			add(i + radius, 1, inReach);
			add(i - radius - 1, -1, inReach);
			for (int j = 0; i >= 0 && j < columns; j++)
				reached[i * columns + j] = inReach[j] > 0;
		}
		return reached;
	}

	private void add(int row, int sign, int[] counts) {
		if (row < 0 || row >= rows)
			return;
		for (int j = 0; j < columns; j++)
			if (wanted[row * columns + j])
				counts[j] += sign;
	}

	/**
	 * @param values flat (ss, fs), finite
	 * @return the convolution; 0 where it is not wanted
	 */
	double[] apply(double[] values) {
		double[] alongFs = new double[values.length];
		double[] both = new double[values.length];
		IntStream.range(0, rows).parallel().forEach(i -> alongFs(i, values, alongFs));
		IntStream.range(0, rows).parallel().forEach(i -> alongSs(i, alongFs, both));
		return both;
	}

	private void alongFs(int i, double[] values, double[] out) {
		int first = 0;
		int last = columns - 1;
		while (first <= last && values[i * columns + first] == 0)
			first++;
		while (last > first && values[i * columns + last] == 0)
			last--;
		if (first > last)
			return;
		// with zeros on both sides each place sees the whole kernel
		double[] padded = new double[columns + 2 * radius];
		System.arraycopy(values, i * columns + first, padded, radius + first, last - first + 1);
		int begin = Math.max(0, first - radius);
		int end = Math.min(columns, last + radius + 1);
		for (int from = next(wantedFirst, i, begin, end); from < end;) {
			int to = endOfRun(wantedFirst, i, from, end);
			add(padded, from, i * columns + from, to - from, out);
			from = next(wantedFirst, i, to, end);
		}
	}

	/** Adds the kernel times what it sees of a row. */
	private void add(double[] padded, int source, int target, int count, double[] out) {
		int k = 0;
		for (; k + 4 <= kernel.length; k += 4)
			addFour(padded, source + k, 1, k, target, count, out);
		for (; k < kernel.length; k++)
			addOne(padded, source + k, kernel[k], target, count, out);
	}

	private void alongSs(int i, double[] alongFs, double[] out) {
		int low = Math.max(0, i - radius);
		int high = Math.min(rows - 1, i + radius);
		for (int from = next(wanted, i, 0, columns); from < columns;) {
			int to = Math.min(from + STRIP, endOfRun(wanted, i, from, columns));
			int a = low;
			for (; a + 4 <= high + 1; a += 4)
				addFour(alongFs, a * columns + from, columns, a - i + radius, i * columns + from, to - from, out);
			for (; a <= high; a++)
				addOne(alongFs, a * columns + from, kernel[a - i + radius], i * columns + from, to - from, out);
			from = next(wanted, i, to, columns);
		}
	}

	private void addFour(double[] in, int source, int stride, int k, int target, int count, double[] out) {
		double k0 = kernel[k];
		double k1 = kernel[k + 1];
		double k2 = kernel[k + 2];
		double k3 = kernel[k + 3];
		int source1 = source + stride;
		int source2 = source + 2 * stride;
		int source3 = source + 3 * stride;
		for (int j = 0; j < count; j++)
			out[target + j] = out[target + j] + k0 * in[source + j] + k1 * in[source1 + j] + k2 * in[source2 + j]
					+ k3 * in[source3 + j];
	}

	private static void addOne(double[] in, int source, double k, int target, int count, double[] out) {
		for (int j = 0; j < count; j++)
			out[target + j] += k * in[source + j];
	}

	/** First wanted column of a row from one on; the end if there is none. */
	private int next(boolean[] where, int i, int from, int end) {
		int j = from;
		while (where != null && j < end && !where[i * columns + j])
			j++;
		return j;
	}

	/** First column of a row that is not wanted from a wanted one on; the end if there is none. */
	private int endOfRun(boolean[] where, int i, int from, int end) {
		if (where == null)
			return end;
		int j = from;
		while (j < end && where[i * columns + j])
			j++;
		return j;
	}
}
