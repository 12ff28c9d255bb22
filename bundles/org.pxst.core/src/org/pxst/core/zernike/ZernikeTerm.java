// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

/**
 * A coefficient of a phase.
 *
 * @param index      which polynomial
 * @param rad        coefficient of the polynomial that is orthonormal on the pupil: the rms of the term there, rad
 * @param onDiscRad  coefficient of Zernike's own polynomial on the circle of the domain, rad
 */
public record ZernikeTerm(NollIndex index, double rad, double onDiscRad) {
	/** The aberration's name. */
	public String name() {
		return index.name();
	}

	/** The coefficient in waves. */
	public double waves() {
		return rad / (2 * Math.PI);
	}

	/** The coefficient on the disc in waves. */
	public double onDiscWaves() {
		return onDiscRad / (2 * Math.PI);
	}
}
