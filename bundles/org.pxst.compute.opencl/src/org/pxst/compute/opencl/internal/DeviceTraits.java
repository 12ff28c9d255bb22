// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;

import org.jocl.CL;

/**
 * What kernels are fitted to.
 *
 * @param vectorWidth floats in one of the device's registers
 * @param longAtomics whether it adds 64-bit integers atomically
 * @param localMemory bytes that a work-group can share
 */
record DeviceTraits(int vectorWidth, boolean longAtomics, long localMemory) {
	static DeviceTraits of(OpenClDevice device) {
		DeviceInfo info = new DeviceInfo(device.id());
		return new DeviceTraits((int) info.number(CL.CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT),
				Arrays.asList(info.text(CL.CL_DEVICE_EXTENSIONS).split(" ")).contains("cl_khr_int64_base_atomics"),
				info.number(CL.CL_DEVICE_LOCAL_MEM_SIZE));
	}
}
