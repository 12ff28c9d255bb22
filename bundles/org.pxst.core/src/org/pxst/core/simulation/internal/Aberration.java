// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.pxst.core.simulation.SimulationSettings;

/**
 * Aberration phase Phi of the lens on the detector and its gradient: astigmatism, third and fourth order along each axis
 * as multilayer Laue lenses have it, coma, spherical aberration and a weak ripple. A gradient of
 * {@link #radPerPixelSs()} displaces the ray by one reference pixel: u_ss = i - (dPhi/di) / radPerPixelSs.
 */
public final class Aberration {
	private static final double RIPPLE_SS = 2 * Math.PI * 2.3;
	private static final double RIPPLE_FS = 2 * Math.PI * 1.7;
	private static final double RIPPLE_PHASE_SS = 0.4;
	private static final double RIPPLE_PHASE_FS = 1.1;

	private final SimulationSettings settings;
	private final Pupil pupil;
	private final double radius;
	private final double radPerPixelSs;
	private final double radPerPixelFs;
	private final double slopeSs;
	private final double slopeFs;

	/** The aberration for these settings, centred on the pupil. */
	public Aberration(SimulationSettings settings, Pupil pupil) {
		this.settings = settings;
		this.pupil = pupil;
		radius = Math.max(pupil.halfSs(), pupil.halfFs());
		double factor = 2 * Math.PI / (settings.wavelength() * (settings.distance() - settings.defocus()));
		radPerPixelSs = factor * settings.dss() * settings.pixelSizeSs();
		radPerPixelFs = factor * settings.dfs() * settings.pixelSizeFs();
		double shift = settings.astigmatism() * settings.defocus();
		slopeSs = relativeSlope(shift);
		slopeFs = relativeSlope(-shift);
	}

	/** Slope of u minus 1 when a line focus is this far upstream of the mean focus. */
	private double relativeSlope(double shift) {
		double z = settings.distance();
		double z1 = settings.defocus();
		return (z1 + shift) / (z + shift) / (z1 / z) - 1;
	}

	/** Phase gradient along the slow scan axis, rad per detector pixel, for a displacement of one reference pixel. */
	public double radPerPixelSs() {
		return radPerPixelSs;
	}

	/** Phase gradient along the fast scan axis, rad per detector pixel, for a displacement of one reference pixel. */
	public double radPerPixelFs() {
		return radPerPixelFs;
	}

	/** Phase in rad at detector row i, column j. */
	public double phase(double i, double j) {
		double dy = i - pupil.centreSs();
		double dx = j - pupil.centreFs();
		double ss = pupil.halfSs() * (polynomial(dy / pupil.halfSs(), settings.c3Ss(), settings.c4Ss())
				+ ripple(dy / pupil.halfSs(), RIPPLE_SS, RIPPLE_PHASE_SS)) - 0.5 * slopeSs * dy * dy;
		double fs = pupil.halfFs() * (polynomial(dx / pupil.halfFs(), settings.c3Fs(), settings.c4Fs())
				+ ripple(dx / pupil.halfFs(), RIPPLE_FS, RIPPLE_PHASE_FS)) - 0.5 * slopeFs * dx * dx;
		double y = dy / radius;
		double x = dx / radius;
		double square = x * x + y * y;
		double both = radius * (settings.coma() / 3 * square * x + settings.spherical() / 4 * square * square);
		return radPerPixelSs * (ss + both) + radPerPixelFs * fs;
	}

	/** Displacement of the ray along the slow scan axis, i - u_ss, in reference pixels. */
	public double displacementSs(double i, double j) {
		double dy = i - pupil.centreSs();
		double t = dy / pupil.halfSs();
		double y = dy / radius;
		double x = (j - pupil.centreFs()) / radius;
		return settings.c3Ss() * t * t + settings.c4Ss() * t * t * t
				- settings.ripple() * Math.sin(RIPPLE_SS * t + RIPPLE_PHASE_SS) - slopeSs * dy
				+ settings.coma() / 3 * 2 * x * y + settings.spherical() * (x * x + y * y) * y;
	}

	/** Displacement of the ray along the fast scan axis, j - u_fs, in reference pixels. */
	public double displacementFs(double i, double j) {
		double dx = j - pupil.centreFs();
		double t = dx / pupil.halfFs();
		double y = (i - pupil.centreSs()) / radius;
		double x = dx / radius;
		return settings.c3Fs() * t * t + settings.c4Fs() * t * t * t
				- settings.ripple() * Math.sin(RIPPLE_FS * t + RIPPLE_PHASE_FS) - slopeFs * dx
				+ settings.coma() / 3 * (3 * x * x + y * y) + settings.spherical() * (x * x + y * y) * x;
	}

	private static double polynomial(double t, double third, double fourth) {
		return t * t * t * (third / 3 + fourth / 4 * t);
	}

	private double ripple(double t, double frequency, double phase) {
		return settings.ripple() / frequency * Math.cos(frequency * t + phase);
	}
}
