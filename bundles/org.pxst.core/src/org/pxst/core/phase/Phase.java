// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/**
 * Phase of the wavefront on the detector, Phi in exp(i (pi x^2 / (lambda z) + Phi)), with piston, tilt and defocus taken
 * off, and the ray angles that it was integrated from. NaN outside the pixels that count.
 *
 * @param rows     detector rows M
 * @param columns  detector columns L
 * @param values   phase in rad, flat (ss, fs); not copied, must not be changed afterwards
 * @param anglesSs angle of the rays along the slow scan axis in rad, same shape
 * @param anglesFs angle of the rays along the fast scan axis in rad, same shape
 */
public record Phase(int rows, int columns, double[] values, double[] anglesSs, double[] anglesFs) {
	/** Checks the shapes. */
	public Phase {
		if (values.length != rows * columns || anglesSs.length != values.length || anglesFs.length != values.length)
			throw new IllegalArgumentException("phase and angles do not have " + rows + " x " + columns + " values");
	}

	/** Root mean square of the phase about its mean over the pixels that have one, rad; NaN when none has. */
	public double rms() {
		DoubleSummaryStatistics statistics = known().summaryStatistics();
		double mean = statistics.getAverage();
		return Math.sqrt(known().map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
	}

	/** Largest minus smallest phase, rad; NaN when no pixel has one. */
	public double peakToValley() {
		DoubleSummaryStatistics statistics = known().summaryStatistics();
		return statistics.getCount() == 0 ? Double.NaN : statistics.getMax() - statistics.getMin();
	}

	private DoubleStream known() {
		return Arrays.stream(values).filter(v -> !Double.isNaN(v));
	}
}
