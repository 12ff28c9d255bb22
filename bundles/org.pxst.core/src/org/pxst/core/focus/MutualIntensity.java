// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Mutual intensity of the pupil along one axis, summed over the other: {@code J(i, i - d) = sum_j P(i, j) P*(i - d, j)}.
 * <p>
 * The light in a plane, summed over one axis, is by Parseval's theorem the sum of the squared one-dimensional transforms
 * of the pupil's lines, which is the transform of the sum of their autocorrelations. The phase that takes the pupil from
 * one plane to another multiplies J with {@code exp(-i c (i^2 - (i - d)^2))}. So J is computed once, and a plane costs as
 * many operations as J has entries.
 */
final class MutualIntensity {
	private final int length;
	private final double first;
	/** Row i holds d = 0 .. i. */
	private final double[][] re;
	private final double[][] im;

	/**
	 * @param pupil   the pupil
	 * @param axis    axis that is kept
	 * @param monitor for cancelling
	 * @throws CancelledException when cancelled
	 */
	MutualIntensity(Pupil pupil, Axis axis, IMonitor monitor) {
		length = pupil.length(axis);
		first = pupil.first(axis);
		re = new double[length][];
		im = new double[length][];
		int lines = axis == Axis.SS ? pupil.columns() : pupil.rows();
		// line by line, and backwards, so that the innermost loop runs over d and along the memory
		double[] backRe = new double[length * lines];
		double[] backIm = new double[length * lines];
		for (int i = 0; i < length; i++)
			for (int j = 0; j < lines; j++) {
				int p = axis == Axis.SS ? i * pupil.columns() + j : j * pupil.columns() + i;
				backRe[j * length + length - 1 - i] = pupil.re()[p];
				backIm[j * length + length - 1 - i] = pupil.im()[p];
			}
		IntStream.range(0, length).parallel().forEach(k -> {
			// long and short rows in turn, for an even load
			int i = k % 2 == 0 ? k / 2 : length - 1 - k / 2;
			if (!monitor.isCancelled())
				row(i, lines, backRe, backIm);
		});
		if (monitor.isCancelled())
			throw new CancelledException("focus_profile");
	}

	private void row(int i, int lines, double[] backRe, double[] backIm) {
		double[] sumRe = new double[i + 1];
		double[] sumIm = new double[i + 1];
		for (int j = 0; j < lines; j++) {
			int start = j * length + length - 1 - i;
			double a = backRe[start];
			double b = backIm[start];
			if (a == 0 && b == 0)
				continue;
			for (int d = 0; d <= i; d++) {
				double c = backRe[start + d];
				double s = backIm[start + d];
				sumRe[d] += a * c + b * s;
				sumIm[d] += b * c - a * s;
			}
		}
		re[i] = sumRe;
		im[i] = sumIm;
	}

	/** The profile in the plane with this curvature (see {@link Optics#curvature}). May be used by several threads. */
	LineProfile profile(double curvature) {
		double[] cos = new double[length];
		double[] sin = new double[length];
		for (int k = 0; k < length; k++) {
			double x = length - 1 - k + first;
			cos[k] = Math.cos(curvature * x * x);
			sin[k] = -Math.sin(curvature * x * x);
		}
		double[] sumRe = new double[length];
		double[] sumIm = new double[length];
		for (int i = 0; i < length; i++)
			addTurned(i, cos, sin, sumRe, sumIm);
		return new LineProfile(sumRe, sumIm);
	}

	private void addTurned(int i, double[] cos, double[] sin, double[] sumRe, double[] sumIm) {
		double[] rowRe = re[i];
		double[] rowIm = im[i];
		int start = length - 1 - i;
		double c = cos[start];
		double s = sin[start];
		for (int d = 0; d <= i; d++) {
			double turnRe = c * cos[start + d] + s * sin[start + d];
			double turnIm = s * cos[start + d] - c * sin[start + d];
			sumRe[d] += rowRe[d] * turnRe - rowIm[d] * turnIm;
			sumIm[d] += rowRe[d] * turnIm + rowIm[d] * turnRe;
		}
	}
}
