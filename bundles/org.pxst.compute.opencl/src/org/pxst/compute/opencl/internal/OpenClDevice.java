// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.OptionalLong;

import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.pxst.compute.ComputeDevice;

/**
 * A device and OpenCL's handles for it.
 *
 * @param device   what users see of it
 * @param platform handle of its platform
 * @param id       handle of the device
 */
record OpenClDevice(ComputeDevice device, cl_platform_id platform, cl_device_id id) {
	/** Part of the device's memory that is used when nothing is said: others use it, too. */
	private static final double MEMORY_PART = 0.8;

	/**
	 * Bytes of its memory to use at most.
	 *
	 * @param limit what was asked for
	 */
	long usableMemory(OptionalLong limit) {
		return limit.orElse((long) (MEMORY_PART * device.memory()));
	}
}
