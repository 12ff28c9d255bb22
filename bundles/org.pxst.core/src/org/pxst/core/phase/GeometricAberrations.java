// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

/**
 * The low orders of a phase as lengths and angles. On a {@link PupilPlane} they are
 * 
 * <pre>
 * piston + (2 pi / lambda) (tiltSs y + tiltFs x)
 *        - pi / (lambda z^2) (defocus (x^2 + y^2) + astigmatism (y^2 - x^2) + obliqueAstigmatism 2 x y)
 * </pre>
 * 
 * Signs belong to the wave exp(+i (pi (x^2 + y^2) / (lambda z) + Phi)). The lengths are those by which the foci lie further
 * upstream than z says, to first order in length / z: what is to be added to the focus-to-sample distances that were assumed
 * (the 2020 suite has the same formula, but for its phase, whose sign is turned over).
 *
 * @param piston             rad, at the origin of the plane
 * @param tiltSs             rad, positive when rays are turned towards larger rows
 * @param tiltFs             rad, positive when rays are turned towards larger columns
 * @param defocus            m, mean of both axes
 * @param astigmatism        m, half the difference of slow scan minus fast scan axis
 * @param obliqueAstigmatism m, the same for the axes at 45 degrees, the one between +ss and +fs being the first
 */
public record GeometricAberrations(double piston, double tiltSs, double tiltFs, double defocus, double astigmatism,
		double obliqueAstigmatism) {
	/** What is to be added to the focus-to-sample distance along the slow scan axis, m. */
	public double defocusSs() {
		return defocus + astigmatism;
	}

	/** What is to be added to the focus-to-sample distance along the fast scan axis, m. */
	public double defocusFs() {
		return defocus - astigmatism;
	}

	/** The phase in rad at a pixel. */
	public double phase(PupilPlane plane, double row, double column) {
		double y = plane.y(row);
		double x = plane.x(column);
		double length = defocusSs() * y * y + defocusFs() * x * x + 2 * obliqueAstigmatism * x * y;
		return piston + Math.PI / plane.wavelength()
				* (2 * (tiltSs * y + tiltFs * x) - length / (plane.distance() * plane.distance()));
	}

	/** The angle of the rays along the slow scan axis in rad, lambda / 2 pi times the slope of the phase. */
	public double angleSs(PupilPlane plane, double row, double column) {
		return tiltSs - (defocusSs() * plane.y(row) + obliqueAstigmatism * plane.x(column))
				/ (plane.distance() * plane.distance());
	}

	/** The angle of the rays along the fast scan axis in rad. */
	public double angleFs(PupilPlane plane, double row, double column) {
		return tiltFs - (defocusFs() * plane.x(column) + obliqueAstigmatism * plane.y(row))
				/ (plane.distance() * plane.distance());
	}
}
