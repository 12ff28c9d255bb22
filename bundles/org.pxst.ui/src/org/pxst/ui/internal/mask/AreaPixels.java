// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Arrays;
import java.util.BitSet;

import org.pxst.ui.image.Area;

/**
 * The pixels of a frame whose centres are in an area. Immutable, for any thread.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 */
record AreaPixels(int rows, int columns) {
	/** All pixels, flat (ss, fs). */
	BitSet all() {
		BitSet pixels = new BitSet();
		pixels.set(0, rows * columns);
		return pixels;
	}

	/** The pixels of an area, which may lie outside of the frame, flat (ss, fs). */
	BitSet of(Area area) {
		BitSet pixels = new BitSet();
		Area.Rectangle bounds = area.bounds();
		int first = (int) Math.max(0, Math.ceil(bounds.ss0()));
		int last = (int) Math.min(rows - 1d, Math.floor(bounds.ss1()));
		for (int i = first; i <= last; i++)
			if (area instanceof Area.Polygon polygon)
				addRow(polygon, i, pixels);
			else if (area instanceof Area.Rectangle)
				addSpan(bounds.fs0(), bounds.fs1(), i, pixels);
			else
				addRow(area, bounds, i, pixels);
		return pixels;
	}

	/**
	 * The pixels that a brush passes. It is round about the pixel that the mouse is on, so that a click does the same
	 * wherever on the pixel the mouse is, and the smallest brush changes one pixel.
	 */
	BitSet passedBy(Area.Stroke stroke) {
		return of(new Area.Stroke(rounded(stroke.ss()), rounded(stroke.fs()), stroke.radius()));
	}

	private static double[] rounded(double[] places) {
		return Arrays.stream(places).map(Math::rint).toArray();
	}

	private void addRow(Area area, Area.Rectangle bounds, int row, BitSet pixels) {
		int first = (int) Math.max(0, Math.ceil(bounds.fs0()));
		int last = (int) Math.min(columns - 1d, Math.floor(bounds.fs1()));
		for (int j = first; j <= last; j++)
			if (area.contains(row, j))
				pixels.set(row * columns + j);
	}

	/** Between crossings of the outline: a polygon may have many corners and be as large as the frame. */
	private void addRow(Area.Polygon polygon, int row, BitSet pixels) {
		double[] ss = polygon.ss();
		double[] fs = polygon.fs();
		double[] crossings = new double[ss.length];
		int n = 0;
		for (int k = 0, before = ss.length - 1; k < ss.length; before = k++)
			if (ss[k] > row != ss[before] > row)
				crossings[n++] = fs[k] + (row - ss[k]) / (ss[before] - ss[k]) * (fs[before] - fs[k]);
		Arrays.sort(crossings, 0, n);
		for (int k = 0; k + 1 < n; k += 2)
			addSpan(crossings[k], crossings[k + 1], row, pixels);
	}

	private void addSpan(double left, double right, int row, BitSet pixels) {
		int first = (int) Math.max(0, Math.ceil(left));
		int last = (int) Math.min(columns - 1d, Math.floor(right));
		if (first <= last)
			pixels.set(row * columns + first, row * columns + last + 1);
	}
}
