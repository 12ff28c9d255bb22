// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.jtransforms.fft.DoubleFFT_1D;
import org.pxst.core.CancelledException;

/**
 * Computes the caustic along one axis, and its peak and width in any plane. Uses all cores; may be used by several
 * threads.
 */
final class AxisCaustic {
	private final Optics optics;
	private final Axis axis;
	private final int samples;
	private final DoubleFFT_1D fft;
	private final MutualIntensity mutual;
	private final double depth;

	/**
	 * @param samples samples of a plane
	 * @param monitor for cancelling
	 */
	AxisCaustic(Pupil pupil, Optics optics, Axis axis, int samples, IMonitor monitor) {
		this.optics = optics;
		this.axis = axis;
		this.samples = samples;
		fft = new DoubleFFT_1D(samples);
		mutual = new MutualIntensity(pupil, axis, monitor);
		depth = optics.wavelength()
				* Math.pow(optics.distance() / (pupil.litLength(axis) * optics.pixelSize(axis)), 2);
	}

	/** lambda (z / D)^2, D the lit extent: by that much along the beam, the peak hardly changes. */
	double depth() {
		return depth;
	}

	int samples() {
		return samples;
	}

	double voxel() {
		return optics.fieldOfView(axis, 0) / samples;
	}

	/** Peak of the profile in a plane. */
	LineProfile.Peak peak(double position) {
		LineProfile profile = mutual.profile(optics.curvature(axis, position));
		return profile.peak(profile.samples(samples, fft));
	}

	double width(LineProfile.Peak peak, double position) {
		return peak.fwhm() * optics.fieldOfView(axis, position);
	}

	/** Width of a profile of this axis at a plane, m. */
	double width(LineProfile profile, double position) {
		return width(profile.peak(profile.samples(samples, fft)), position);
	}

	/** The planes' profiles; NaN where {@code usable} is false. */
	Profiles profiles(FocusPlanes planes, boolean[] usable, IMonitor monitor) {
		float[] intensity = new float[Math.multiplyExact(planes.count(), samples)];
		double[] fwhm = new double[planes.count()];
		double[] heights = new double[planes.count()];
		Arrays.fill(intensity, Float.NaN);
		Arrays.fill(fwhm, Double.NaN);
		Arrays.fill(heights, Double.NaN);
		IntStream.range(0, planes.count()).parallel().forEach(k -> {
			if (!usable[k] || monitor.isCancelled())
				return;
			double position = planes.position(k);
			LineProfile profile = mutual.profile(optics.curvature(axis, position));
			double[] line = profile.samples(samples, fft);
			LineProfile.Peak peak = profile.peak(line);
			fwhm[k] = width(peak, position);
			heights[k] = peak.height();
			for (int x = 0; x < samples; x++)
				intensity[k * samples + x] = (float) line[x];
		});
		if (monitor.isCancelled())
			throw new CancelledException("focus_profile");
		return new Profiles(intensity, fwhm, heights);
	}

	/**
	 * Profiles of all planes.
	 *
	 * @param intensity flat (plane, sample)
	 * @param fwhm      m
	 * @param heights   of the highest peaks
	 */
	record Profiles(float[] intensity, double[] fwhm, double[] heights) {
	}
}
