// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

/**
 * Focus-to-sample distances of the two axes.
 *
 * @param ss along the slow scan axis, m
 * @param fs along the fast scan axis, m
 */
public record Defocus(double ss, double fs) {
	/** Mean of the two, m. */
	public double mean() {
		return (ss + fs) / 2;
	}

	/**
	 * The distances that give these magnifications. Each axis has a focus of its own, so with z1 counted from it the
	 * magnification is {@code (z1 + zs) / z1}, zs = sample to detector.
	 *
	 * @param geometry        for the detector distance
	 * @param magnificationSs along the slow scan axis, &gt; 1
	 * @param magnificationFs along the fast scan axis, &gt; 1
	 * @throws IllegalArgumentException when a magnification is not over 1: the sample would be behind the detector
	 */
	public static Defocus of(Geometry geometry, double magnificationSs, double magnificationFs) {
		if (!(magnificationSs > 1) || !(magnificationFs > 1))
			throw new IllegalArgumentException(
					"magnifications " + magnificationSs + " and " + magnificationFs + " are not over 1");
		double ss = 1 / (magnificationSs - 1);
		double fs = 1 / (magnificationFs - 1);
		// z = mean z1 + zs when the distance is counted from the focus
		double sampleToDetector = geometry.distanceFrom() == DistanceFrom.SAMPLE ? geometry.distance()
				: geometry.distance() / (1 + (ss + fs) / 2);
		return new Defocus(ss * sampleToDetector, fs * sampleToDetector);
	}
}
