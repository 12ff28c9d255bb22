// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.eclipse.january.IMonitor;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GradientIntegration;
import org.pxst.core.scan.Geometry;

/**
 * calculate_phase (paper, section 5.1): integrates the slope of the pixel map. A ray that leaves detector pixel (i, j) by
 * u - (i, j) reference pixels in the sample's plane is tilted by {@code ((i, j) - u) d / zs}, d being the reference pixel and
 * zs the distance from sample to detector, and the tilt is {@code lambda / 2 pi} times the slope of the phase.
 * <p>
 * Deviations from the 2020 suite, on purpose: the sign is that of the wave exp(+i (pi x^2 / (lambda z) + Phi)), as the
 * paper's equation for u has it; the lever is the distance from the sample, not from the focus, to the detector; the defocus
 * that is taken off is one for both axes in metres, also for pixels that are not square; the least-squares problem is
 * solved to the end and for pixel centres.
 *
 * @param geometry detector
 * @param defocus  focus to sample, m
 * @param dss      reference pixel along the slow scan axis, m
 * @param dfs      reference pixel along the fast scan axis, m
 */
public record CalculatePhase(Geometry geometry, double defocus, double dss, double dfs) {
	/**
	 * @param map     pixel map; finite where the weight is positive
	 * @param weights trust in each pixel (the whitefield, in the paper), flat (ss, fs), 0 for pixels that do not count
	 * @param monitor for cancelling
	 * @return phase and ray angles without piston, tilt and defocus; NaN where the weight is 0
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Phase apply(PixelMap map, double[] weights, IMonitor monitor) {
		int rows = map.rows();
		int columns = map.columns();
		double lever = geometry.sampleToDetector(defocus);
		double wavenumber = 2 * Math.PI / geometry.wavelength();
		double[] anglesSs = nans(weights.length);
		double[] anglesFs = nans(weights.length);
		double[] slopeSs = new double[weights.length];
		double[] slopeFs = new double[weights.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				if (!(weights[p] > 0))
					continue;
				anglesSs[p] = (i - map.ss()[p]) * dss / lever;
				anglesFs[p] = (j - map.fs()[p]) * dfs / lever;
				slopeSs[p] = wavenumber * anglesSs[p] * geometry.pixelSizeSs();
				slopeFs[p] = wavenumber * anglesFs[p] * geometry.pixelSizeFs();
			}
		double[] phase = new GradientIntegration(rows, columns, weights).integrate(slopeSs, slopeFs, monitor);
		removePistonTiltDefocus(rows, columns, weights, phase, anglesSs, anglesFs);
		return new Phase(rows, columns, phase, anglesSs, anglesFs);
	}

	private static double[] nans(int n) {
		double[] values = new double[n];
		Arrays.fill(values, Double.NaN);
		return values;
	}

	/** Weighted least-squares fit of {1, x, y, x^2 + y^2}, x and y in m from the middle of the frame. */
	private void removePistonTiltDefocus(int rows, int columns, double[] weights, double[] phase, double[] anglesSs,
			double[] anglesFs) {
		double scale = Math.max(rows * geometry.pixelSizeSs(), columns * geometry.pixelSizeFs()) / 2;
		double[][] normal = new double[4][4];
		double[] right = new double[4];
		for (int p = 0; p < phase.length; p++) {
			if (Double.isNaN(phase[p]))
				continue;
			double[] term = terms(rows, columns, p, scale);
			for (int a = 0; a < 4; a++) {
				right[a] += weights[p] * term[a] * phase[p];
				for (int b = 0; b < 4; b++)
					normal[a][b] += weights[p] * term[a] * term[b];
			}
		}
		double[] c = new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false)).getSolver()
				.solve(new ArrayRealVector(right, false)).toArray();
		double perWavenumber = geometry.wavelength() / (2 * Math.PI * scale);
		for (int p = 0; p < phase.length; p++) {
			double[] term = terms(rows, columns, p, scale);
			phase[p] -= c[0] + c[1] * term[1] + c[2] * term[2] + c[3] * term[3];
			anglesSs[p] -= perWavenumber * (c[1] + 2 * c[3] * term[1]);
			anglesFs[p] -= perWavenumber * (c[2] + 2 * c[3] * term[2]);
		}
	}

	private double[] terms(int rows, int columns, int p, double scale) {
		double y = (p / columns - (rows - 1) / 2.0) * geometry.pixelSizeSs() / scale;
		double x = (p % columns - (columns - 1) / 2.0) * geometry.pixelSizeFs() / scale;
		return new double[] { 1, y, x, x * x + y * y };
	}
}
