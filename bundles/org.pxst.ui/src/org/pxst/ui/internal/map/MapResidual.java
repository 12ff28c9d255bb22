// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.PolynomialFit;

/**
 * A pixel map without what one does not want to see.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param ss      along the slow scan axis, flat (ss, fs); NaN at pixels that are not in use
 * @param fs      along the fast scan axis
 */
public record MapResidual(int rows, int columns, float[] ss, float[] fs) {
	/**
	 * Takes something off a pixel map.
	 *
	 * @param map         in reference pixels
	 * @param inUse       pixels that count, flat (ss, fs); the map is finite there
	 * @param subtraction what is taken off
	 * @param unit        of the outcome
	 * @param scale       what reference pixels mean
	 * @throws InvalidDataException when the scale is not known and needed
	 */
	public static MapResidual of(PixelMap map, boolean[] inUse, Subtraction subtraction, MapUnit unit, MapScale scale) {
		boolean initial = subtraction == Subtraction.INITIAL;
		double slopeSs = initial ? scale.initialSlope(true) : 1;
		double slopeFs = initial ? scale.initialSlope(false) : 1;
		int columns = map.columns();
		double[] ss = new double[inUse.length];
		double[] fs = new double[inUse.length];
		double[] weights = new double[inUse.length];
		for (int p = 0; p < inUse.length; p++)
			if (inUse[p]) {
				ss[p] = map.ss()[p] - slopeSs * (p / columns);
				fs[p] = map.fs()[p] - slopeFs * (p % columns);
				weights[p] = 1;
			}
		if (subtraction == Subtraction.MEAN || subtraction == Subtraction.AFFINE) {
			PolynomialFit fit = new PolynomialFit(map.rows(), columns, weights, subtraction == Subtraction.AFFINE ? 1 : 0);
			subtract(ss, fit.fit(ss).values());
			subtract(fs, fit.fit(fs).values());
		}
		return new MapResidual(map.rows(), columns, scaled(ss, inUse, scale.factor(unit, true)),
				scaled(fs, inUse, scale.factor(unit, false)));
	}

	private static void subtract(double[] values, double[] surface) {
		for (int p = 0; p < values.length; p++)
			values[p] -= surface[p];
	}

	private static float[] scaled(double[] values, boolean[] inUse, double factor) {
		float[] scaled = new float[values.length];
		for (int p = 0; p < values.length; p++)
			scaled[p] = inUse[p] ? (float) (values[p] * factor) : Float.NaN;
		return scaled;
	}

	/** Length of the shift of each pixel. */
	public float[] magnitude() {
		float[] length = new float[ss.length];
		for (int p = 0; p < length.length; p++)
			length[p] = (float) Math.hypot(ss[p], fs[p]);
		return length;
	}
}
