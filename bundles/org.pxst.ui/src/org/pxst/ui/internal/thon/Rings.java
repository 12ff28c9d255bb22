// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Optional;

import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

/**
 * Where fitted Thon rings are. At the frequency (qss, qfs) on the detector, in cycles per m, the number of the ring is
 * {@code t = ss qss^2 + fs qfs^2 + 2 cross qss qfs}, and the contrast of a thin sample is transferred with
 * {@code sin(pi t + phase / 2)} (paper, section 4.1): the rings are dark where that is 0.
 *
 * @param ss    wavelength times sample-to-detector distance times magnification along the slow scan axis, m^2, &gt; 0
 * @param fs    the same along the fast scan axis
 * @param cross not 0 when the axes of the ellipses are not those of the detector, cross^2 &lt; ss fs
 * @param phase 2 atan(beta / delta) of the sample
 */
record Rings(double ss, double fs, double cross, double phase) {
	private static final int BISECTIONS = 100;

	/** Number of the ring at a frequency; grows with its square. */
	double ring(double qss, double qfs) {
		return ss * qss * qss + fs * qfs * qfs + 2 * cross * qss * qfs;
	}

	/** Number t of the k-th dark ring, counted from 1. */
	double dark(int k) {
		return k - phase / (2 * Math.PI);
	}

	/** Mean radius of the ellipse with a number, cycles per m: that of the circle with the same area without the cross term. */
	double radius(double t) {
		return Math.sqrt(t / Math.sqrt(ss * fs));
	}

	/**
	 * The ellipse with a number.
	 *
	 * @param t     number, &gt; 0
	 * @param count number of points
	 * @return qss, then qfs of the points, cycles per m, from the positive fs axis towards the positive ss axis; not closed
	 */
	double[][] ellipse(double t, int count) {
		double[][] points = new double[2][count];
		for (int k = 0; k < count; k++) {
			double s = Math.sin(2 * Math.PI * k / count);
			double f = Math.cos(2 * Math.PI * k / count);
			double radius = Math.sqrt(t / ring(s, f));
			points[0][k] = radius * s;
			points[1][k] = radius * f;
		}
		return points;
	}

	/**
	 * The defoci that these rings belong to, as fit_thon_rings finds them.
	 *
	 * @return empty when the beam of these rings does not diverge
	 */
	Optional<Defocus> defocus(Geometry geometry) {
		double z2 = sampleToDetector(geometry);
		double magnificationSs = ss / geometry.wavelength() / z2;
		double magnificationFs = fs / geometry.wavelength() / z2;
		if (!(magnificationSs > 1) || !(magnificationFs > 1))
			return Optional.empty();
		return Optional.of(Defocus.of(geometry, magnificationSs, magnificationFs));
	}

	private double sampleToDetector(Geometry geometry) {
		if (geometry.distanceFrom() == DistanceFrom.SAMPLE)
			return geometry.distance();
		double a = ss / geometry.wavelength();
		double b = fs / geometry.wavelength();
		double low = 0;
		double high = Math.min(geometry.distance(), Math.min(a, b));
		for (int k = 0; k < BISECTIONS; k++) {
			double z2 = (low + high) / 2;
			// each axis has its focus z2 / (M - 1) before the sample
			double fromFocus = z2 + z2 * z2 / 2 * (1 / (a - z2) + 1 / (b - z2));
			if (fromFocus < geometry.distance())
				low = z2;
			else
				high = z2;
		}
		return low;
	}
}
