// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.jtransforms.fft.DoubleFFT_2D;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.phase.PupilPlane;

/**
 * The wave that the pupil sqrt(W) exp(i Phi) has at the focus: its Fourier transform, with as many zeros again along each
 * axis, so that the cells are {@code lambda z / (2 M p)}. The exponent is positive, since light is followed back to the
 * focus: a tilt that turns rays towards larger rows comes from a focus at smaller ones. (The 2020 suite transforms W instead
 * of its root, turns the focus over and leaves the optical axis at the corner.) Uses all cores, with the same result on every
 * run.
 *
 * @param plane detector, wavelength and distance; its origin does not matter: pixel (M / 2, L / 2), rounded down, is on the
 *              optical axis
 */
public record ProbeAtFocus(PupilPlane plane) {
	/**
	 * @param phase      rad, flat (ss, fs), the whole frame; pixels without a finite value let no light through
	 * @param whitefield counts; what is negative or NaN counts as 0
	 * @param monitor    for cancelling
	 * @throws InvalidDataException when the shapes differ
	 * @throws CancelledException   when cancelled before the transform
	 */
	public FocusedProbe apply(double[] phase, Image whitefield, IMonitor monitor) {
		int m = plane.rows();
		int l = plane.columns();
		if (phase.length != m * l || whitefield.rows() != m || whitefield.columns() != l)
			throw new InvalidDataException("phase with " + phase.length + " values and whitefield of " + whitefield.rows()
					+ " x " + whitefield.columns() + " for a detector of " + m + " x " + l + "; they must have one shape");
		int rows = 2 * m;
		int columns = 2 * l;
		double[] wave = new double[2 * rows * columns];
		// every other value is turned over on the way in, which moves the optical axis to the middle
		double norm = 1 / Math.sqrt((double) rows * columns);
		IntStream.range(0, m).parallel().forEach(i -> {
			int row = Math.floorMod(i - m / 2, rows);
			for (int j = 0; j < l; j++) {
				int p = i * l + j;
				double counts = whitefield.values()[p];
				if (!(counts > 0) || !Double.isFinite(phase[p]))
					continue;
				int column = Math.floorMod(j - l / 2, columns);
				double amplitude = (row + column) % 2 == 0 ? norm * Math.sqrt(counts) : -norm * Math.sqrt(counts);
				int k = 2 * (row * columns + column);
				wave[k] = amplitude * Math.cos(phase[p]);
				wave[k + 1] = amplitude * Math.sin(phase[p]);
			}
		});
		if (monitor.isCancelled())
			throw new CancelledException("probe at the focus");
		new DoubleFFT_2D(rows, columns).complexInverse(wave, false);
		double area = plane.wavelength() * plane.distance();
		return new FocusedProbe(rows, columns, wave, area / (rows * plane.pixelSizeSs()), area / (columns * plane.pixelSizeFs()));
	}
}
