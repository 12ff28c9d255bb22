// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.compute.Samples;
import org.pxst.compute.backend.DepositCount;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.compute.backend.ReferenceSums;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;

/**
 * Merges onto the reference image (paper, equations 3 and 10).
 *
 * @param scan   frames
 * @param model  the model
 * @param extent of the reference image
 */
record MergeOnDevice(ScanOnDevice scan, ForwardModel model, ReferenceExtent extent) {
	/** A deposit takes as long as so many elementary steps. */
	private static final int DEPOSIT = 24;

	/**
	 * The sums of {@code W I} and {@code W^2}.
	 *
	 * @param brightest largest intensity of each pixel
	 */
	ReferenceSums intensities(Image brightest, PixelsOnDevice pixels, DeviceModel onDevice, Samples samples,
			IMonitor monitor) {
		float[] w = model.whitefield().values();
		double largest = 0;
		double largestWeight = 0;
		for (int p : pixels.list().index()) {
			largest = Math.max(largest, (double) w[p] * brightest.values()[p]);
			largestWeight = Math.max(largestWeight, (double) w[p] * w[p]);
		}
		return merge("make_reference", Map.of("ERRORS", "0"), pixels, onDevice, samples, largest, largestWeight, launch -> {
		}, monitor);
	}

	/**
	 * The sums of the squared errors by their pixel's variance, and how many there are.
	 *
	 * @param reference the reference image
	 * @param variance  of each pixel
	 * @param largest   no such error is larger
	 */
	ReferenceSums errors(DeviceReference reference, DeviceBuffer variance, double largest, PixelsOnDevice pixels,
			DeviceModel onDevice, IMonitor monitor) {
		return merge("calc_error", Map.of("ERRORS", "1"), pixels, onDevice, Samples.ALL, largest, 1,
				launch -> launch.with(reference.values()).with(variance), monitor);
	}

	private ReferenceSums merge(String operation, Map<String, String> more, PixelsOnDevice pixels, DeviceModel onDevice,
			Samples samples, double largest, double largestWeight, Consumer<KernelLaunch> arguments, IMonitor monitor) {
		DeviceSession session = scan.session();
		Map<String, String> defines = new HashMap<>(more);
		defines.put("FRAMES", String.valueOf(scan.count()));
		defines.put("HALF", String.valueOf(samples.part()));
		defines.put("ATOMIC", session.isProcessor() ? "0" : session.traits().longAtomics() ? "2" : "1");
		try (SumsOnDevice sums = SumsOnDevice.of(session, extent, largest, largestWeight,
				DepositCount.most(model.mask(), onDevice.mapSs(), onDevice.mapFs(), scan.count()))) {
			double work = (double) DEPOSIT * scan.count();
			ScanOnDevice.PixelKernel kernel = session.isProcessor()
					? new ScanOnDevice.PixelKernel("make_reference_parts", defines, sums.parts(), Integer.MAX_VALUE, work)
					: new ScanOnDevice.PixelKernel("make_reference", defines, scan.count(), 1, work);
			scan.forPixels(kernel, operation, pixels, Integer.MAX_VALUE, launch -> {
				launch.with(samples.seed());
				onDevice.giveTo(launch);
				arguments.accept(launch);
				launch.with(sums.buffer()).with(extent.rows()).with(extent.columns());
				sums.giveScalesTo(launch);
			}, ScanOnDevice.AfterLaunch.NOTHING, monitor);
			return sums.read();
		}
	}
}
