// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.numerics.GradientIntegration;
import org.pxst.core.numerics.PolynomialPotential;
import org.pxst.core.numerics.PotentialFit;

/**
 * A field from its measured slopes: the smooth part, a polynomial, in closed form, and the rest by
 * {@link GradientIntegration}. Flat (ss, fs).
 *
 * @param values  the field at the pixels' centres, up to a constant; NaN where no slope or no neighbour is known
 * @param alongSs its slope per pixel along the slow scan axis there; NaN also without a neighbour along the axis
 * @param alongFs its slope along the fast scan axis
 */
record SlopeIntegral(double[] values, double[] alongSs, double[] alongFs) {
	private static final int DEGREE = 8;

	/**
	 * @param rows    at least 2
	 * @param columns at least 2
	 * @param slopeSs measured slope per pixel along the slow scan axis, finite where the weight is positive; changed
	 * @param slopeFs measured slope along the fast scan axis; changed
	 * @param weights trust in each pixel
	 * @param monitor for cancelling
	 * @throws CancelledException when cancelled
	 */
	static SlopeIntegral of(int rows, int columns, double[] slopeSs, double[] slopeFs, double[] weights,
			IMonitor monitor) {
		PolynomialPotential smooth = new PotentialFit(rows, columns, weights, DEGREE).fit(slopeSs, slopeFs);
		CancelledException.check(monitor, CalculatePhase.WORK);
		double[] alongSs = smooth.alongSs().values();
		double[] alongFs = smooth.alongFs().values();
		for (int p = 0; p < slopeSs.length; p++) {
			slopeSs[p] -= alongSs[p];
			slopeFs[p] -= alongFs[p];
		}
		CancelledException.check(monitor, CalculatePhase.WORK);
		GradientIntegration integration = new GradientIntegration(rows, columns, weights);
		double[] rest = integration.integrate(slopeSs, slopeFs, monitor);
		CancelledException.check(monitor, CalculatePhase.WORK);
		integration.joinParts(rest, slopeSs, slopeFs);
		double[] values = smooth.value().values();
		CentralSlope restSs = new CentralSlope(rows, columns);
		CentralSlope restFs = new CentralSlope(columns, 1);
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				values[p] += rest[p];
				alongSs[p] += restSs.at(rest, p, i);
				alongFs[p] += restFs.at(rest, p, j);
			}
		});
		return new SlopeIntegral(values, alongSs, alongFs);
	}
}
