// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;

/**
 * The wave on the detector without its spherical part, sqrt(W) exp(i Phi); 0 where whitefield or phase have no value.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param re      real part, flat (ss, fs)
 * @param im      imaginary part
 * @param phase   Phi in rad, where the wave is not 0
 * @param light   squared modulus summed over all pixels
 * @param modulus modulus summed over all pixels
 */
record Pupil(int rows, int columns, double[] re, double[] im, double[] phase, double light, double modulus) {
	static Pupil of(Image whitefield, double[] phase) {
		int rows = whitefield.rows();
		int columns = whitefield.columns();
		if (phase.length != rows * columns)
			throw new IllegalArgumentException(phase.length + " phases for a whitefield of " + rows + " x " + columns);
		double[] re = new double[phase.length];
		double[] im = new double[phase.length];
		double light = 0;
		double modulus = 0;
		for (int p = 0; p < phase.length; p++) {
			float w = whitefield.values()[p];
			if (!(w > 0) || Float.isInfinite(w) || !Double.isFinite(phase[p]))
				continue;
			double a = Math.sqrt(w);
			re[p] = a * Math.cos(phase[p]);
			im[p] = a * Math.sin(phase[p]);
			light += w;
			modulus += a;
		}
		if (!(light > 0))
			throw new InvalidDataException("focus_profile: no pixel of the " + rows + " x " + columns
					+ " frame has both light and a phase; run make_whitefield and calculate_phase first");
		return new Pupil(rows, columns, re, im, phase, light, modulus);
	}

	boolean isLit(int p) {
		return re[p] != 0 || im[p] != 0;
	}

	double light(int p) {
		return re[p] * re[p] + im[p] * im[p];
	}

	int length(Axis axis) {
		return axis == Axis.SS ? rows : columns;
	}

	/** Pixel 0's distance from the middle of the frame along an axis, pixels; negative. */
	double first(Axis axis) {
		return -(length(axis) - 1) / 2.0;
	}

	/** Number of pixels from the first to the last lit one along an axis. */
	int litLength(Axis axis) {
		int first = Integer.MAX_VALUE;
		int last = -1;
		for (int p = 0; p < re.length; p++)
			if (isLit(p)) {
				int k = axis == Axis.SS ? p / columns : p % columns;
				first = Math.min(first, k);
				last = Math.max(last, k);
			}
		return last - first + 1;
	}
}
