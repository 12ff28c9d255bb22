// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;

/**
 * What reference pixels of the map mean elsewhere.
 *
 * @param geometry detector; empty when the file does not say
 * @param defocus  focus to sample of both axes, m; NaN when unknown
 * @param dss      reference pixel along the slow scan axis, m; NaN when unknown
 * @param dfs      reference pixel along the fast scan axis, m; NaN when unknown
 */
public record MapScale(Optional<Geometry> geometry, Defocus defocus, double dss, double dfs) {
	/**
	 * The factor from reference pixels along an axis to a unit.
	 *
	 * @param slow whether the axis is the slow scan axis
	 * @throws InvalidDataException when the file does not say what is needed
	 */
	public double factor(MapUnit unit, boolean slow) {
		if (unit == MapUnit.REFERENCE_PIXELS)
			return 1;
		Geometry known = known();
		double z1 = defocus.mean();
		double pixel = slow ? dss : dfs;
		if (unit == MapUnit.RAY_ANGLE)
			return -pixel / known.sampleToDetector(z1);
		double magnification = known.focusToDetector(z1) / z1;
		return pixel * magnification / (slow ? known.pixelSizeSs() : known.pixelSizeFs());
	}

	/**
	 * The slope of the initial map along an axis: {@code (z1 / z) p / d}, with z1 and z counted from the axis' own focus, as
	 * in generate_pixel_map.
	 *
	 * @param slow whether the axis is the slow scan axis
	 * @throws InvalidDataException when the file does not say what is needed
	 */
	public double initialSlope(boolean slow) {
		Geometry known = known();
		double z1 = slow ? defocus.ss() : defocus.fs();
		double shrink = z1 / (z1 + known.sampleToDetector(defocus.mean()));
		return shrink * (slow ? known.pixelSizeSs() / dss : known.pixelSizeFs() / dfs);
	}

	private Geometry known() {
		if (geometry.isEmpty())
			throw new InvalidDataException("This needs distances and pixel sizes of the detector, and the file does not have them.");
		if (!(dss > 0) || !(dfs > 0))
			throw new InvalidDataException("This needs the reference pixel sizes dss and dfs. Run generate_pixel_map.");
		if (!(defocus.mean() > 0) || !(geometry.get().sampleToDetector(defocus.mean()) > 0))
			throw new InvalidDataException("This needs a defocus that fits the detector's distance. Run fit_defocus_registration.");
		return geometry.get();
	}
}
