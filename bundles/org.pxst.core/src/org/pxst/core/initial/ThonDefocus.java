// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

/**
 * Defoci that belong to rings.
 *
 * @param axes    along the two axes of the detector
 * @param oblique off-diagonal element of the matrix of defoci, m
 */
record ThonDefocus(Defocus axes, double oblique) {
	private static final int BISECTIONS = 100;

	/**
	 * From the scales, {@code lambda z2 M} over the squared pixel size.
	 *
	 * @throws InvalidDataException when the beam of these rings does not diverge
	 */
	static ThonDefocus of(ThonModel model, Geometry geometry) {
		double unit = geometry.pixelSizeSs() * geometry.pixelSizeFs() / geometry.wavelength();
		double ss = model.ss() * unit;
		double fs = model.fs() * unit;
		double toDetector = sampleToDetector(geometry, ss, fs);
		double cross = model.oblique() * Math.sqrt(ss * fs);
		// the matrix of defoci is z2^2 (A - z2)^-1, A that of the z2 M
		double oblique = -toDetector * toDetector * cross / ((ss - toDetector) * (fs - toDetector) - cross * cross);
		return new ThonDefocus(Defocus.of(geometry, ss / toDetector, fs / toDetector), oblique);
	}

	/** Distance z2 for which the magnifications, lengths / z2, agree with the detector's distance. */
	private static double sampleToDetector(Geometry geometry, double ss, double fs) {
		double shortest = Math.min(ss, fs);
		if (geometry.distanceFrom() == DistanceFrom.SAMPLE) {
			if (geometry.distance() >= shortest)
				throw new InvalidDataException("fit_thon_rings: the rings are those of propagation over " + shortest
						+ " m, but the detector is " + geometry.distance()
						+ " m from the sample: the beam does not diverge; check distance, wavelength and pixel sizes");
			return geometry.distance();
		}
		double low = 0;
		double high = Math.min(shortest, geometry.distance());
		for (int k = 0; k < BISECTIONS; k++) {
			double z2 = (low + high) / 2;
			double fromFocus = z2 + z2 * z2 / 2 * (1 / (ss - z2) + 1 / (fs - z2));
			if (fromFocus < geometry.distance())
				low = z2;
			else
				high = z2;
		}
		return low;
	}
}
