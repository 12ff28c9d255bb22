// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.core.scan.Roi;

/**
 * Shifts on a grid of places, each the mean over its cell.
 *
 * @param arrows  where there is a value
 * @param spacing side of a cell in pixels
 * @param typical length that nearly all shifts are below, in their unit; 0 when there are none
 */
public record QuiverGrid(List<Arrow> arrows, double spacing, double typical) {
	private static final double NEARLY_ALL = 0.95;
	/** A cell with fewer known pixels says too little. */
	private static final double LEAST_KNOWN = 0.25;

	/** Keeps a copy. */
	public QuiverGrid {
		arrows = List.copyOf(arrows);
	}

	/**
	 * A shift.
	 *
	 * @param ss   row of its place
	 * @param fs   column of its place
	 * @param alongSs shift along the slow scan axis
	 * @param alongFs shift along the fast scan axis
	 */
	public record Arrow(double ss, double fs, double alongSs, double alongFs) {
		/** Length of the shift. */
		public double length() {
			return Math.hypot(alongSs, alongFs);
		}
	}

	/**
	 * Square cells over a region.
	 *
	 * @param shifts  of all pixels
	 * @param region  part of them; places are counted from its first row and column
	 * @param density cells along the longer side of the region, at least 1
	 */
	public static QuiverGrid of(MapResidual shifts, Roi region, int density) {
		int side = Math.max(1, (int) Math.round(Math.max(region.rows(), region.columns()) / (double) density));
		List<Arrow> arrows = new ArrayList<>();
		for (int i = region.ss0(); i < region.ss1(); i += side)
			for (int j = region.fs0(); j < region.fs1(); j += side)
				add(arrows, shifts, region, new Roi(i, Math.min(i + side, region.ss1()), j, Math.min(j + side, region.fs1())));
		double[] lengths = arrows.stream().mapToDouble(Arrow::length).sorted().toArray();
		double typical = lengths.length == 0 ? 0 : lengths[(int) Math.round(NEARLY_ALL * (lengths.length - 1))];
		return new QuiverGrid(arrows, side, typical);
	}

	private static void add(List<Arrow> arrows, MapResidual shifts, Roi region, Roi cell) {
		double[] sums = new double[4];
		int known = 0;
		for (int i = cell.ss0(); i < cell.ss1(); i++)
			for (int j = cell.fs0(); j < cell.fs1(); j++) {
				int p = i * shifts.columns() + j;
				if (Float.isNaN(shifts.ss()[p]))
					continue;
				known++;
				sums[0] += i;
				sums[1] += j;
				sums[2] += shifts.ss()[p];
				sums[3] += shifts.fs()[p];
			}
		if (known == 0 || known < LEAST_KNOWN * cell.rows() * cell.columns())
			return;
		int count = known;
		double[] mean = Arrays.stream(sums).map(sum -> sum / count).toArray();
		arrows.add(new Arrow(mean[0] - region.ss0(), mean[1] - region.fs0(), mean[2], mean[3]));
	}

	/** Pixels that a shift of 1 is drawn as: nearly all arrows are shorter than the distance of their places. */
	public double pixelsPerUnit() {
		return typical > 0 ? spacing / typical : 0;
	}

	/** A round length (1, 2 or 5 times a power of ten) for a legend, about as long as two cells; 0 when there are no arrows. */
	public double legend() {
		if (!(typical > 0))
			return 0;
		double longest = 2 * typical;
		double power = Math.pow(10, Math.floor(Math.log10(longest)));
		for (double step : new double[] { 5, 2 })
			if (step * power <= longest)
				return step * power;
		return power;
	}
}
