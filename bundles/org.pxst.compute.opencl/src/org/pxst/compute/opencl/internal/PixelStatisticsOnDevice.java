// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.PixelStatistics;
import org.pxst.core.image.Image;

/**
 * Mean, variance and deviation from the neighbours of each pixel over the frames (paper, section 4.1).
 *
 * @param scan frames
 */
record PixelStatisticsOnDevice(ScanOnDevice scan) {
	/** A median of nine takes as long as so many elementary steps. */
	private static final int SORTING = 24;

	PixelStatistics compute(IMonitor monitor) {
		DeviceSession session = scan.session();
		int rows = scan.frames().rows();
		int columns = scan.frames().columns();
		int lanes = columns >= session.lanes() ? session.lanes() : 1;
		int group = session.group();
		long bytes = (long) Float.BYTES * rows * columns;
		int atOnce = (int) Math.max(1, Math.min(rows, scan.steps() / ((double) SORTING * scan.count() * columns)));
		try (DeviceBuffer mean = session.buffer(bytes);
				DeviceBuffer variance = session.buffer(bytes);
				DeviceBuffer deviation = session.buffer(bytes);
				KernelLaunch launch = scan.kernel("pixel_statistics", Map.of("LANES", String.valueOf(lanes)))) {
			scan.frames().forEachTile((tile, frames) -> {
				scan.giveTo(launch.again(), tile, frames);
				int place = launch.with(rows).with(columns).with(mean).with(variance).with(deviation).arguments();
				launch.with(0);
				long items = (columns + lanes - 1) / lanes;
				for (int row = tile.firstRow(); row < tile.endRow(); row += atOnce) {
					ScanOnDevice.check("make_mask", monitor);
					launch.with(place, row).run(
							new long[] { (items + group - 1) / group * group, Math.min(atOnce, tile.endRow() - row) },
							new long[] { group, 1 });
				}
			}, monitor);
			PixelStatistics statistics = new PixelStatistics(image(mean), image(variance), image(deviation));
			ScanOnDevice.check("make_mask", monitor);
			return statistics;
		}
	}

	private Image image(DeviceBuffer buffer) {
		float[] values = new float[scan.frames().rows() * scan.frames().columns()];
		buffer.read(0, (long) Float.BYTES * values.length, Pointer.to(values));
		return new Image(scan.frames().rows(), scan.frames().columns(), values);
	}
}
