// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.pxst.core.scan.Geometry;

/**
 * Lengths that connect pupil and focus.
 *
 * @param wavelength  in m
 * @param distance    z from the nominal focus to the detector, m
 * @param pixelSizeSs detector pixel along the slow scan axis, m
 * @param pixelSizeFs detector pixel along the fast scan axis, m
 */
record Optics(double wavelength, double distance, double pixelSizeSs, double pixelSizeFs) {
	static Optics of(Geometry geometry, double defocus) {
		return new Optics(geometry.wavelength(), geometry.focusToDetector(defocus), geometry.pixelSizeSs(),
				geometry.pixelSizeFs());
	}

	double pixelSize(Axis axis) {
		return axis == Axis.SS ? pixelSizeSs : pixelSizeFs;
	}

	/**
	 * Curvature of the phase that takes the pupil to the plane at {@code position}, in rad per squared pixel, c in
	 * {@code exp(-i c i^2)}. The wave on the detector is {@code exp(i (pi x^2 / (lambda z) + Phi))}; traced back over
	 * z - zeta, what is left of the two spherical phases is {@code -pi x^2 zeta / (lambda z (z - zeta))}.
	 */
	double curvature(Axis axis, double position) {
		double p = pixelSize(axis);
		return Math.PI * p * p * position / (wavelength * distance * (distance - position));
	}

	/**
	 * Where a plane with a curvature is; the inverse of {@link #curvature}. Curvatures beyond that of the plane at minus
	 * infinity give minus infinity.
	 */
	double position(Axis axis, double curvature) {
		double p = pixelSize(axis);
		double q = curvature * wavelength * distance / (Math.PI * p * p);
		return q > -1 ? q * distance / (1 + q) : Double.NEGATIVE_INFINITY;
	}

	/** Length in the plane at {@code position} of one cycle a pixel in the pupil, m. */
	double fieldOfView(Axis axis, double position) {
		return wavelength * (distance - position) / pixelSize(axis);
	}

	/** Distance from the focus at which a beam of that many pixels on the detector is as wide as the field of view, m. */
	double beamFillsFieldOfView(Axis axis, int litPixels) {
		return wavelength * distance * distance / (litPixels * pixelSize(axis) * pixelSize(axis));
	}
}
