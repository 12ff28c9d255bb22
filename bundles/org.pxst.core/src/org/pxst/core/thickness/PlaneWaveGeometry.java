// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;

/**
 * The experiment with a plane wave that shows the same reference image (Fresnel scaling theorem): the sample at a distance
 * {@code ze = zs z1 / (zs + z1)} from a detector whose pixels are the reference pixels.
 *
 * @param wavelength        in m, &gt; 0
 * @param effectiveDistance ze in m, &gt; 0
 * @param dss               reference pixel along the slow scan axis in m, &gt; 0
 * @param dfs               reference pixel along the fast scan axis in m, &gt; 0
 */
public record PlaneWaveGeometry(double wavelength, double effectiveDistance, double dss, double dfs) {
	/** Checks that all lengths are positive and finite. Throws {@link InvalidDataException}. */
	public PlaneWaveGeometry {
		positive("wavelength", wavelength);
		positive("effective distance", effectiveDistance);
		positive("reference pixel along the slow scan axis", dss);
		positive("reference pixel along the fast scan axis", dfs);
	}

	/**
	 * @param geometry detector and light
	 * @param defocus  focus to sample z1 in m, &gt; 0 and less than the distance from focus to detector
	 * @param dss      reference pixel along the slow scan axis in m
	 * @param dfs      reference pixel along the fast scan axis in m
	 * @throws InvalidDataException when a length is not positive
	 */
	public static PlaneWaveGeometry of(Geometry geometry, double defocus, double dss, double dfs) {
		positive("defocus", defocus);
		double sampleToDetector = geometry.sampleToDetector(defocus);
		positive("distance from sample to detector", sampleToDetector);
		return new PlaneWaveGeometry(geometry.wavelength(),
				sampleToDetector * defocus / (sampleToDetector + defocus), dss, dfs);
	}

	private static void positive(String what, double value) {
		if (!(value > 0) || Double.isInfinite(value))
			throw new InvalidDataException(
					"calculate_sample_thickness: " + what + " is " + value + " m, but must be positive and finite");
	}
}
