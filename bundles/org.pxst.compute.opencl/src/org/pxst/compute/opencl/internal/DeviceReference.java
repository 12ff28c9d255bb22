// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;

import org.pxst.core.image.Image;
import org.pxst.core.map.ReferenceImage;

/**
 * A reference image on the device, in the order of REFERENCE_ARGUMENTS. Behind it are as many zeros as kernels may read
 * beyond their window. To be closed.
 */
final class DeviceReference implements AutoCloseable {
	/** Rows that any kernel may read beyond the last one. */
	private static final int ROWS_BEYOND = 8;
	private static final int PIXELS_BEYOND = 64;

	private final DeviceBuffer values;
	private final int rows;
	private final int columns;

	DeviceReference(DeviceSession session, ReferenceImage reference) {
		this(session, reference, 0);
	}

	/** @param windowRows rows of a window that may be read anywhere */
	DeviceReference(DeviceSession session, ReferenceImage reference, int windowRows) {
		Image image = reference.image();
		rows = image.rows();
		columns = image.columns();
		values = session.bufferOf(Arrays.copyOf(image.values(), image.values().length + (windowRows + ROWS_BEYOND) * columns + PIXELS_BEYOND));
	}

	/** Gives the kernel its REFERENCE_ARGUMENTS. */
	void giveTo(KernelLaunch kernel) {
		kernel.with(values).with(rows).with(columns);
	}

	DeviceBuffer values() {
		return values;
	}

	@Override
	public void close() {
		values.close();
	}
}
