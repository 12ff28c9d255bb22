// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;

/**
 * calculate_phase (paper, section 5.1): integrates the slope of the pixel map. A ray that leaves detector pixel (i, j) by
 * u - (i, j) reference pixels in the sample's plane is tilted by {@code ((i, j) - u) d / zs}, d being the reference pixel and
 * zs = z - z1 the distance from sample to detector, and the tilt is {@code lambda / 2 pi} times the slope of the phase.
 * <p>
 * The smooth part, a polynomial of degree 8 fitted to the slopes, is integrated in closed form, and the rest by
 * {@link org.pxst.core.numerics.GradientIntegration}. So polynomials, and with them the Zernike polynomials up to j = 45,
 * come out exactly on any pupil, also where gaps cut it into parts; the errors of other phases are those of the trapezium for
 * the rest, over gaps in one step.
 * <p>
 * Deviations from the 2020 suite, on purpose: the sign is that of the wave exp(+i (pi x^2 / (lambda z) + Phi)), as the
 * paper's equation for u has it; the lever is the distance from the sample, not from the focus, to the detector; the defocus
 * that is taken off is one for both axes in metres, also for pixels that are not square; the least-squares problem is
 * solved to the end and for pixel centres.
 * <p>
 * Uses all cores, with the same result on every run.
 *
 * @param geometry detector
 * @param defocus  focus to sample, m
 * @param dss      reference pixel along the slow scan axis, m
 * @param dfs      reference pixel along the fast scan axis, m
 * @param removal  what is taken off; the piston, which a slope does not have, always is
 */
public record CalculatePhase(Geometry geometry, double defocus, double dss, double dfs, PhaseRemoval removal) {
	static final String WORK = "calculate_phase";

	/** Takes off piston, tilt and defocus. */
	public CalculatePhase(Geometry geometry, double defocus, double dss, double dfs) {
		this(geometry, defocus, dss, dfs, PhaseRemoval.standard());
	}

	/**
	 * @param map     pixel map of at least 2 x 2 pixels; where it is not finite it does not count
	 * @param weights trust in each pixel (the whitefield, in the paper), flat (ss, fs), 0 for pixels that do not count
	 * @param monitor for cancelling
	 * @return phase and ray angles without what is to be removed; NaN for pixels that do not count, and the phase also where
	 *         no neighbour counts
	 * @throws InvalidDataException when the map is a single row or column, or the weights have another shape
	 * @throws CancelledException   when cancelled
	 */
	public IntegratedPhase apply(PixelMap map, double[] weights, IMonitor monitor) {
		int rows = map.rows();
		int columns = map.columns();
		if (rows < 2 || columns < 2)
			throw new InvalidDataException("pixel map of " + rows + " x " + columns
					+ "; calculate_phase needs at least 2 x 2 pixels, choose another region of interest");
		CancelledException.check(monitor, WORK);
		double[] counted = CountedPixels.weights(map, weights);
		PupilPlane plane = PupilPlane.of(geometry, defocus, rows, columns);
		double lever = geometry.sampleToDetector(defocus);
		double[] anglesSs = new double[counted.length];
		double[] anglesFs = new double[counted.length];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				anglesSs[p] = counted[p] > 0 ? (i - map.ss()[p]) * dss / lever : Double.NaN;
				anglesFs[p] = counted[p] > 0 ? (j - map.fs()[p]) * dfs / lever : Double.NaN;
			}
		});
		double wavenumber = 2 * Math.PI / plane.wavelength();
		double perAngleSs = wavenumber * plane.pixelSizeSs();
		double perAngleFs = wavenumber * plane.pixelSizeFs();
		SlopeIntegral integral = SlopeIntegral.of(rows, columns, scaled(anglesSs, perAngleSs), scaled(anglesFs, perAngleFs),
				counted, monitor);
		CancelledException.check(monitor, WORK);
		double[] phase = integral.values();
		double[] forwardSs = scaled(integral.alongSs(), 1 / perAngleSs);
		double[] forwardFs = scaled(integral.alongFs(), 1 / perAngleFs);
		GeometricAberrations removed = lowOrders(plane, counted, phase);
		CancelledException.check(monitor, WORK);
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				phase[p] -= removed.phase(plane, i, j);
				anglesSs[p] -= removed.angleSs(plane, i, j);
				forwardSs[p] -= removed.angleSs(plane, i, j);
				anglesFs[p] -= removed.angleFs(plane, i, j);
				forwardFs[p] -= removed.angleFs(plane, i, j);
			}
		});
		return new IntegratedPhase(new Phase(rows, columns, phase, anglesSs, anglesFs), forwardSs, forwardFs, removed);
	}

	private GeometricAberrations lowOrders(PupilPlane plane, double[] weights, double[] phase) {
		double[] known = weights.clone();
		for (int p = 0; p < known.length; p++)
			if (Double.isNaN(phase[p]))
				known[p] = 0;
		return new GeometricFit(plane, known, removal.withPiston()).fit(phase);
	}

	private static double[] scaled(double[] values, double factor) {
		double[] scaled = new double[values.length];
		Arrays.setAll(scaled, p -> values[p] * factor);
		return scaled;
	}
}
