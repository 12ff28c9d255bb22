// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.core.scan.Mask;

/**
 * The list of the pixels that count, here and on the device. To be closed.
 *
 * @param list      here
 * @param index     flat index of each, on the device
 * @param rowStarts place of the first one of each row, on the device
 */
record PixelsOnDevice(PixelList list, DeviceBuffer index, DeviceBuffer rowStarts) implements AutoCloseable {
	static PixelsOnDevice of(DeviceSession session, Mask mask) {
		PixelList list = PixelList.of(mask);
		DeviceBuffer index = session.bufferOf(list.index());
		try {
			return new PixelsOnDevice(list, index, session.bufferOf(list.rowStarts()));
		} catch (RuntimeException e) {
			index.close();
			throw e;
		}
	}

	@Override
	public void close() {
		index.close();
		rowStarts.close();
	}
}
