// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.util.function.IntToDoubleFunction;

import org.pxst.core.scan.Roi;

/**
 * A two-dimensional array to be shown, with its axes.
 *
 * @param title    what it is
 * @param rows     extent along the slow scan axis
 * @param columns  extent along the fast scan axis
 * @param values   flat (ss, fs), NaN where there is none
 * @param axes     where its pixels are
 * @param quantity what the values are, with unit, for the colour bar
 * @param scale    colours
 * @param outline  a region to be marked, in units of the axes; or null
 */
public record MapFigure(String title, int rows, int columns, double[] values, Axes axes, String quantity,
		ColourScale scale, Roi outline) {
	/**
	 * Where the pixels are.
	 *
	 * @param labelSs label of the slow scan axis, with unit
	 * @param labelFs label of the fast scan axis, with unit
	 * @param firstSs position of row 0
	 * @param firstFs position of column 0
	 * @param stepSs  distance of rows
	 * @param stepFs  distance of columns
	 * @param aspect  height of a pixel divided by its width
	 */
	public record Axes(String labelSs, String labelFs, double firstSs, double firstFs, double stepSs, double stepFs,
			double aspect) {
	}

	/** The values of a region, from a function of the flat index in an array of so many columns. */
	public static double[] cut(Roi region, int columns, IntToDoubleFunction values) {
		double[] part = new double[region.rows() * region.columns()];
		for (int i = 0; i < region.rows(); i++)
			for (int j = 0; j < region.columns(); j++)
				part[i * region.columns() + j] = values
						.applyAsDouble((i + region.ss0()) * columns + j + region.fs0());
		return part;
	}
}
