// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.PolynomialFit;
import org.pxst.core.scan.Geometry;

/**
 * get_defocus: the focus of each axis from the slope of the pixel map. A perfect lens with its focus z1 in front of the
 * sample and zs + z1 in front of the detector has {@code du/di = (z1 / (z1 + zs)) p / d} with the detector pixel p and the
 * reference pixel d; this is the inverse of {@link org.pxst.core.initial.GeneratePixelMap}.
 * <p>
 * Each component of the map is fitted with a plane in both detector axes, not with a line in its own as in the 2020 suite, so
 * that a map that is sheared against the detector does not pull the slope on a pupil that is not symmetric.
 *
 * @param geometry detector; of its distances the one that is counted from the mean focus or from the sample is kept
 * @param dss      reference pixel along the slow scan axis, m
 * @param dfs      reference pixel along the fast scan axis, m
 */
public record GetDefocus(Geometry geometry, double dss, double dfs) {
	/**
	 * @param map     pixel map; where it is not finite it does not count
	 * @param weights trust in each pixel, flat (ss, fs), 0 for pixels that do not count
	 * @throws InvalidDataException when the map does not magnify: its slope is not between 0 and p / d on both axes; or the
	 *                              weights have another shape
	 */
	public FocusDistances apply(PixelMap map, double[] weights) {
		int rows = map.rows();
		int columns = map.columns();
		PolynomialFit plane = new PolynomialFit(rows, columns, CountedPixels.weights(map, weights), 1);
		double shrinkSs = slope(plane.fit(map.ss()).values(), (rows - 1) * columns, rows - 1) * dss
				/ geometry.pixelSizeSs();
		double shrinkFs = slope(plane.fit(map.fs()).values(), columns - 1, columns - 1) * dfs / geometry.pixelSizeFs();
		check("slow", shrinkSs);
		check("fast", shrinkFs);
		Defocus defocus = Defocus.of(geometry, 1 / shrinkSs, 1 / shrinkFs);
		return new FocusDistances(defocus, geometry.sampleToDetector(defocus.mean()));
	}

	/** Of a plane, per pixel, from its first value and the one at the other end of an axis. */
	private static double slope(double[] values, int end, int pixels) {
		return (values[end] - values[0]) / pixels;
	}

	private static void check(String axis, double shrink) {
		if (!(shrink > 0 && shrink < 1))
			throw new InvalidDataException("the pixel map's magnification along the " + axis + " scan axis is " + 1 / shrink
					+ ", but a sample between focus and detector has more than 1; check the map and the reference pixel size");
	}
}
