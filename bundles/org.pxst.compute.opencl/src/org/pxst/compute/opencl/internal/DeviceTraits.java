// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;

/**
 * What kernels are fitted to.
 *
 * @param vectorWidth  floats in one of the device's registers
 * @param longAtomics  whether it adds 64-bit integers atomically
 * @param localMemory  bytes that a work-group can share
 */
record DeviceTraits(int vectorWidth, boolean longAtomics, long localMemory) {
	static DeviceTraits of(OpenClDevice device) {
		return new DeviceTraits(integer(device.id(), CL.CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT),
				Arrays.asList(text(device.id(), CL.CL_DEVICE_EXTENSIONS).split(" ")).contains("cl_khr_int64_base_atomics"),
				number(device.id(), CL.CL_DEVICE_LOCAL_MEM_SIZE));
	}

	private static int integer(cl_device_id device, int parameter) {
		int[] value = new int[1];
		CL.clGetDeviceInfo(device, parameter, Sizeof.cl_int, Pointer.to(value), null);
		return value[0];
	}

	private static long number(cl_device_id device, int parameter) {
		long[] value = new long[1];
		CL.clGetDeviceInfo(device, parameter, Sizeof.cl_ulong, Pointer.to(value), null);
		return value[0];
	}

	private static String text(cl_device_id device, int parameter) {
		long[] size = new long[1];
		CL.clGetDeviceInfo(device, parameter, 0, null, size);
		byte[] bytes = new byte[(int) size[0]];
		CL.clGetDeviceInfo(device, parameter, bytes.length, Pointer.to(bytes), null);
		return new String(bytes, StandardCharsets.US_ASCII).replace("\0", "").strip();
	}
}
