// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.Optional;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.ui.session.ScanReader;

/** Reads which low orders a step took off a phase. */
public final class RemovedOrders {
	private RemovedOrders() {
	}

	/**
	 * @param prefix of the data sets piston, tilt, defocus, astigmatism and oblique_astigmatism
	 * @return empty when one of them is missing, or is no number
	 */
	public static Optional<GeometricAberrations> read(ScanReader reader, String prefix) {
		double[] piston = numbers(reader, prefix + "piston", 1);
		double[] tilt = numbers(reader, prefix + "tilt", 2);
		double[] defocus = numbers(reader, prefix + "defocus", 1);
		double[] astigmatism = numbers(reader, prefix + "astigmatism", 1);
		double[] oblique = numbers(reader, prefix + "oblique_astigmatism", 1);
		double sum = piston[0] + tilt[0] + tilt[1] + defocus[0] + astigmatism[0] + oblique[0];
		return Double.isFinite(sum)
				? Optional.of(new GeometricAberrations(piston[0], tilt[0], tilt[1], defocus[0], astigmatism[0], oblique[0]))
				: Optional.empty();
	}

	private static double[] numbers(ScanReader reader, String path, int count) {
		double[] values = reader.has(path) ? reader.doubles(path) : new double[0];
		return values.length == count ? values : new double[] { Double.NaN, Double.NaN };
	}
}
