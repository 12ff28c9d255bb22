// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Locale;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.numerics.WeightedAverage;
import org.pxst.core.scan.Mask;

/**
 * The option "grid" of update_pixel_map: a regular grid of pixels, from edge to edge of those that count, that the search is
 * done for instead of all.
 *
 * @param ss          number of pixels along the slow scan axis, at least 1
 * @param fs          number of pixels along the fast scan axis, at least 1
 * @param interpolate whether the pixels between move as well, by the bilinear interpolation of the shifts; the map itself is
 *                    not interpolated, so that what is known of it stays. Grid pixels that are bad or where nothing was found
 *                    take the shift of those around them
 */
public record SearchGrid(int ss, int fs, boolean interpolate) {
	/** Width of the Gaussian that fills grid pixels, and how far it reaches, in grid pixels. */
	private static final double FILL_SIGMA = 1;
	private static final double FILL_TRUNCATE = 20;

	/** Checks the ranges. */
	public SearchGrid {
		if (ss < 1 || fs < 1)
			throw new IllegalArgumentException("grid of " + ss + " x " + fs + " pixels");
	}

	/** Places of the grid's pixels along the two axes, ascending. */
	private record Places(int[] rows, int[] columns) {
	}

	/**
	 * The pixels of the grid that count.
	 *
	 * @throws InvalidDataException when there is none
	 */
	public Mask nodes(Mask mask) {
		Places places = places(mask);
		boolean[] good = new boolean[mask.good().length];
		int count = 0;
		for (int i : places.rows)
			for (int j : places.columns) {
				int p = i * mask.columns() + j;
				good[p] = mask.good()[p];
				if (good[p])
					count++;
			}
		if (count == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"none of the %d x %d grid pixels is a good one; take a finer grid", places.rows.length, places.columns.length));
		return new Mask(mask.rows(), mask.columns(), good);
	}

	/**
	 * Moves all pixels by the shifts of the grid's.
	 *
	 * @param mask  pixels that count, as in {@link #nodes}
	 * @param from  map before
	 * @param to    map after the search for the grid's pixels
	 * @param known whether something was found, flat (ss, fs); asked at the grid's pixels only
	 * @return from plus the interpolated shifts, on the whole frame
	 */
	PixelMap between(Mask mask, PixelMap from, PixelMap to, boolean[] known) {
		Places places = places(mask);
		double[] weights = new double[places.rows.length * places.columns.length];
		double[] shiftSs = new double[weights.length];
		double[] shiftFs = new double[weights.length];
		for (int a = 0; a < places.rows.length; a++)
			for (int b = 0; b < places.columns.length; b++) {
				int node = a * places.columns.length + b;
				int p = places.rows[a] * mask.columns() + places.columns[b];
				weights[node] = known[p] ? 1 : 0;
				shiftSs[node] = known[p] ? to.ss()[p] - from.ss()[p] : 0;
				shiftFs[node] = known[p] ? to.fs()[p] - from.fs()[p] : 0;
			}
		WeightedAverage fill = new GaussianFilter(FILL_SIGMA, FILL_TRUNCATE).weighted(places.rows.length, places.columns.length,
				weights);
		return new PixelMap(from.rows(), from.columns(), moved(from, from.ss(), places, filled(shiftSs, weights, fill)),
				moved(from, from.fs(), places, filled(shiftFs, weights, fill)));
	}

	private Places places(Mask mask) {
		int firstRow = mask.rows();
		int lastRow = -1;
		int firstColumn = mask.columns();
		int lastColumn = -1;
		for (int i = 0; i < mask.rows(); i++)
			for (int j = 0; j < mask.columns(); j++)
				if (mask.isGood(i, j)) {
					firstRow = Math.min(firstRow, i);
					lastRow = i;
					firstColumn = Math.min(firstColumn, j);
					lastColumn = Math.max(lastColumn, j);
				}
		if (lastRow < 0)
			throw new InvalidDataException("no pixel of " + mask.rows() + " x " + mask.columns() + " counts");
		return new Places(spread(firstRow, lastRow, ss), spread(firstColumn, lastColumn, fs));
	}

	/** At most as many places as there are pixels; a single one is in the middle. */
	private static int[] spread(int first, int last, int wanted) {
		int count = Math.min(wanted, last - first + 1);
		return IntStream.range(0, count)
				.map(k -> count == 1 ? (first + last) / 2 : (int) Math.round(first + (double) k * (last - first) / (count - 1)))
				.toArray();
	}

	private static double[] filled(double[] shifts, double[] weights, WeightedAverage fill) {
		double[] averages = fill.average(shifts);
		double[] out = shifts.clone();
		for (int node = 0; node < out.length; node++)
			if (weights[node] == 0 && !Double.isNaN(averages[node]))
				out[node] = averages[node];
		return out;
	}

	private static double[] moved(PixelMap map, double[] from, Places places, double[] shifts) {
		int across = places.columns.length;
		double[] out = from.clone();
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			double a = position(places.rows, i);
			int a0 = (int) a;
			int a1 = Math.min(a0 + 1, places.rows.length - 1);
			for (int j = 0; j < map.columns(); j++) {
				double b = position(places.columns, j);
				int b0 = (int) b;
				int b1 = Math.min(b0 + 1, across - 1);
				double upper = (1 - (b - b0)) * shifts[a0 * across + b0] + (b - b0) * shifts[a0 * across + b1];
				double lower = (1 - (b - b0)) * shifts[a1 * across + b0] + (b - b0) * shifts[a1 * across + b1];
				out[i * map.columns() + j] += (1 - (a - a0)) * upper + (a - a0) * lower;
			}
		});
		return out;
	}

	/** Where a pixel is among the places, 0 .. number - 1: the whole part is the place before it. */
	private static double position(int[] places, int pixel) {
		if (pixel <= places[0])
			return 0;
		for (int k = 1; k < places.length; k++)
			if (pixel < places[k])
				return k - 1 + (double) (pixel - places[k - 1]) / (places[k] - places[k - 1]);
		return places.length - 1;
	}
}
