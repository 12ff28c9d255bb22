// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.core.image.Image;
import org.pxst.core.scan.PixelType;

/**
 * The median over frames of each pixel (paper, equation 2).
 *
 * @param scan frames
 */
record MedianOnDevice(ScanOnDevice scan) {
	Image compute(IMonitor monitor) {
		DeviceSession session = scan.session();
		int rows = scan.frames().rows();
		int columns = scan.frames().columns();
		PixelType type = scan.frames().type();
		int lanes = session.lanes();
		int bits = Byte.SIZE * type.bytes();
		float[] median = new float[rows * columns];
		Map<String, String> defines = Map.of("LANES", String.valueOf(lanes), "BITS", String.valueOf(bits), "KIND", kind(type));
		try (DeviceBuffer result = session.buffer((long) Float.BYTES * (median.length + Tile.MARGIN))) {
			scan.forRuns("make_whitefield", defines, "make_whitefield", lanes, (double) bits * scan.count(), result, monitor);
			result.read(0, (long) Float.BYTES * median.length, Pointer.to(median));
		}
		return new Image(rows, columns, median);
	}

	private static String kind(PixelType type) {
		return switch (type) {
		case UINT8, UINT16, UINT32 -> "0";
		case INT8, INT16, INT32 -> "1";
		default -> "2";
		};
	}
}
