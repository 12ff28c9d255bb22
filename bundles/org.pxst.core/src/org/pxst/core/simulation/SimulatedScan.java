// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Scan;

/**
 * A simulated scan and what it was made from.
 *
 * @param scan     the scan, frames in memory as counts; the geometry says nothing of the defocus
 * @param truth    the truth
 * @param settings what was simulated
 */
public record SimulatedScan(Scan scan, Truth truth, SimulationSettings settings) {
	/** Recorded sample translations in m, flat (frame, xyz); z is the focus-to-sample distance. */
	public double[] translations() {
		PixelTranslations recorded = truth.recordedPositions();
		double[] xyz = new double[recorded.frames() * 3];
		for (int n = 0; n < recorded.frames(); n++) {
			xyz[n * 3] = recorded.fs()[n] * truth.dfs();
			xyz[n * 3 + 1] = -recorded.ss()[n] * truth.dss();
			xyz[n * 3 + 2] = truth.defocus();
		}
		return xyz;
	}

	/** Steps of the detector axes in m, flat (frame, axis, xyz): slow scan along -y, fast scan along +x. */
	public double[] basisVectors() {
		int frames = truth.positions().frames();
		double[] basis = new double[frames * 6];
		for (int n = 0; n < frames; n++) {
			basis[n * 6 + 1] = -settings.pixelSizeSs();
			basis[n * 6 + 3] = settings.pixelSizeFs();
		}
		return basis;
	}
}
