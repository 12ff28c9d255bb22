// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

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
		String half = String.valueOf(samples.part());
		try (SumsOnDevice sums = sums(onDevice, largest, largestWeight)) {
			ScanOnDevice.PixelKernel kernel = scan.session().isProcessor()
					? new ScanOnDevice.PixelKernel("make_reference_parts", Map.of("FRAMES", scan.framesMacro(), "HALF", half),
							sums.parts(), Integer.MAX_VALUE, work())
					: atomically("0", half);
			return merge(kernel, "make_reference", sums, pixels, onDevice, samples, launch -> {
			}, monitor);
		}
	}

	/**
	 * The sums of the squared errors by their pixel's variance, and how many there are; for graphics processors.
	 *
	 * @param reference the reference image
	 * @param variance  of each pixel
	 * @param largest   no such error is larger
	 */
	ReferenceSums errors(DeviceReference reference, DeviceBuffer variance, double largest, PixelsOnDevice pixels,
			DeviceModel onDevice, IMonitor monitor) {
		try (SumsOnDevice sums = sums(onDevice, largest, 1)) {
			return merge(atomically("1", "0"), "calc_error", sums, pixels, onDevice, Samples.ALL,
					launch -> launch.with(reference.values()).with(variance), monitor);
		}
	}

	/**
	 * Sums with nothing in them yet.
	 *
	 * @param largest       no value is larger
	 * @param largestWeight no weight is larger
	 */
	SumsOnDevice sums(DeviceModel onDevice, double largest, double largestWeight) {
		return SumsOnDevice.of(scan.session(), extent, largest, largestWeight,
				DepositCount.most(model.mask(), onDevice.mapSs(), onDevice.mapFs(), scan.count()));
	}

	/** A work-item for each sample. */
	private ScanOnDevice.PixelKernel atomically(String errors, String half) {
		String atomic = scan.session().traits().longAtomics() ? "2" : "1";
		return new ScanOnDevice.PixelKernel("make_reference", Map.of("ERRORS", errors, "HALF", half, "ATOMIC", atomic),
				scan.count(), 1, work());
	}

	private double work() {
		return (double) DEPOSIT * scan.count();
	}

	private ReferenceSums merge(ScanOnDevice.PixelKernel kernel, String operation, SumsOnDevice sums, PixelsOnDevice pixels,
			DeviceModel onDevice, Samples samples, Consumer<KernelLaunch> arguments, IMonitor monitor) {
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
