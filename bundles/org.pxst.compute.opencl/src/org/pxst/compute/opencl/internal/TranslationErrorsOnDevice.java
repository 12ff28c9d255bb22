// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * The error of each frame at a grid of shifts of its translation (paper, equation 6).
 *
 * @param scan      frames
 * @param model     the model
 * @param reference the reference image
 * @param sampling  the shifts, a square
 * @param total     frames of the scan, in use or not
 */
record TranslationErrorsOnDevice(ScanOnDevice scan, ForwardModel model, ReferenceImage reference, ShiftSampling sampling,
		int total) {
	private static final int BILINEAR = 6;

	/** (N, shifts, shifts) flat. */
	double[] compute(IMonitor monitor) {
		int shifts = sampling.shiftsSs();
		int quantities = 1 + sampling.values();
		double[][] sums = new double[scan.count()][quantities];
		DeviceSession session = scan.session();
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), scan.numbers());
				DeviceReference image = new DeviceReference(session, reference)) {
			scan.forRows(new ScanOnDevice.RowKernel("translation_errors", sampling.defines(), "update_translations",
					(double) BILINEAR * shifts * shifts, quantities), pixels, launch -> {
						onDevice.giveTo(launch);
						image.giveTo(launch);
					}, (rows, values) -> {
						for (int k = 0; k < sums.length; k++)
							for (int row = 0; row < rows; row++)
								for (int s = 0; s < quantities; s++)
									sums[k][s] += values[(k * rows + row) * quantities + s];
					}, monitor);
		}
		double[] errors = new double[total * shifts * shifts];
		Arrays.fill(errors, Double.NaN);
		for (int k = 0; k < sums.length; k++)
			if (sums[k][0] > 0)
				for (int a = 0; a < shifts; a++)
					for (int b = 0; b < shifts; b++)
						// a shift of the position by +step moves the sampled point by -step
						errors[(scan.numbers()[k] * shifts + a) * shifts + b] = sums[k][1 + (shifts - 1 - a) * sampling.lanes()
								+ shifts - 1 - b] / sums[k][0];
		return errors;
	}
}
