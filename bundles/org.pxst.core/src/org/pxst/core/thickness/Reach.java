// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

/**
 * How far the filters reach, which is how far the image has to be continued beyond its rim: the finest details spread by
 * {@code lambda ze / (2 d)}, and the inverse filters fall off as {@code exp(-x / sqrt(delta ze / mu))}.
 *
 * @param ss along the slow scan axis, reference pixels
 * @param fs along the fast scan axis, reference pixels
 */
record Reach(double ss, double fs) {
	private static final double DECAYS = 8;

	static Reach of(PlaneWaveGeometry geometry, Material material) {
		double spread = geometry.wavelength() * geometry.effectiveDistance() / 2;
		double decay = DECAYS * Math.sqrt(material.delta() * geometry.effectiveDistance() * geometry.wavelength()
				/ (4 * Math.PI * material.beta()));
		return new Reach(spread / (geometry.dss() * geometry.dss()) + decay / geometry.dss(),
				spread / (geometry.dfs() * geometry.dfs()) + decay / geometry.dfs());
	}

	/** Contrast of an image with room for the reach on all sides, half the image's extent at most. */
	PaddedContrast pad(Image image, Roi region) {
		if (!region.isInside(image.rows(), image.columns()))
			throw new InvalidDataException("calculate_sample_thickness: the region of rows " + region.ss0() + ":"
					+ region.ss1() + ", columns " + region.fs0() + ":" + region.fs1() + " is not inside the reference image of "
					+ image.rows() + " x " + image.columns() + "; give one that is");
		return PaddedContrast.of(image, (int) Math.ceil(Math.min(ss, image.rows() / 2.0)),
				(int) Math.ceil(Math.min(fs, image.columns() / 2.0)));
	}
}
