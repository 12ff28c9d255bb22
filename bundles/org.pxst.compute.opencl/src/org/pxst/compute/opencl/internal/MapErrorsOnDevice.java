// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.Samples;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * The error of each pixel at a grid of shifts of its map, the reference image sampled between its pixels (paper, section
 * 4.2): over the frames that see a value for all shifts.
 *
 * @param scan      frames
 * @param model     the model
 * @param reference the reference image
 * @param sampling  the shifts
 * @param samples   which take part
 */
record MapErrorsOnDevice(ScanOnDevice scan, ForwardModel model, ReferenceImage reference, ShiftSampling sampling,
		Samples samples) {
	private static final int BILINEAR = 6;
	private static final int MOST_RESULT_BYTES = 1 << 26;

	/** Takes the errors of the pixels one by one. */
	interface Results {
		/**
		 * Takes those of a pixel.
		 *
		 * @param p      flat index (ss, fs) of the pixel
		 * @param errors has one for each shift, row by row; NaN where no frame sees a value for all of them
		 * @param offset where they begin
		 */
		void accept(int p, float[] errors, int offset);
	}

	void compute(Results results, IMonitor monitor) {
		int shifts = sampling.shifts();
		Map<String, String> defines = new HashMap<>(sampling.defines());
		defines.put("HALF", String.valueOf(samples.part()));
		DeviceSession session = scan.session();
		ScanOnDevice.PixelKernel kernel = new ScanOnDevice.PixelKernel("pixel_map_errors", defines,
				(double) BILINEAR * scan.count() * shifts);
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), scan.numbers());
				DeviceReference image = new DeviceReference(session, reference)) {
			int most = Math.max(1, Math.min(pixels.list().count(), MOST_RESULT_BYTES / (Float.BYTES * shifts)));
			float[] errors = new float[most * shifts];
			try (DeviceBuffer onDeviceErrors = session.buffer((long) Float.BYTES * errors.length)) {
				scan.forPixels(kernel, "update_pixel_map", pixels, most, launch -> {
					launch.with(samples.seed());
					onDevice.giveTo(launch);
					image.giveTo(launch);
					launch.with(onDeviceErrors);
				}, (first, end) -> {
					onDeviceErrors.read(0, (long) Float.BYTES * (end - first) * shifts, Pointer.to(errors));
					for (int q = first; q < end; q++)
						results.accept(pixels.list().index()[q], errors, (q - first) * shifts);
				}, monitor);
			}
		}
	}
}
