// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

import org.eclipse.january.IMonitor;

/**
 * The variance over frames of each pixel (paper, equation 7).
 *
 * @param scan frames
 */
record VarianceOnDevice(ScanOnDevice scan) {
	/** The variances on the device, (ss, fs) flat, NaN for pixels that do not change; to be closed by the caller. */
	DeviceBuffer compute(String operation, IMonitor monitor) {
		int lanes = scan.session().lanes();
		long pixels = (long) scan.frames().rows() * scan.frames().columns();
		DeviceBuffer variance = scan.session().buffer(Float.BYTES * (pixels + Tile.MARGIN));
		try {
			scan.forRuns("pixel_variance", Map.of("LANES", String.valueOf(lanes)), operation, lanes, 2.0 * scan.count(), variance,
					monitor);
			return variance;
		} catch (RuntimeException | Error e) {
			variance.close();
			throw e;
		}
	}
}
