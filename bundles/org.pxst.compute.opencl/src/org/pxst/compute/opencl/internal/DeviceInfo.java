// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.nio.charset.StandardCharsets;

import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_device_id;

/**
 * What a device says about itself. Throws a {@link org.jocl.CLException} where it does not answer.
 *
 * @param id the device
 */
record DeviceInfo(cl_device_id id) {
	/** A number of 4 or 8 bytes; the machine is little-endian wherever JOCL runs. */
	long number(int parameter) {
		long[] value = new long[1];
		CL.clGetDeviceInfo(id, parameter, Sizeof.cl_long, Pointer.to(value), null);
		return value[0];
	}

	String text(int parameter) {
		long[] size = new long[1];
		CL.clGetDeviceInfo(id, parameter, 0, null, size);
		byte[] bytes = new byte[(int) size[0]];
		CL.clGetDeviceInfo(id, parameter, bytes.length, Pointer.to(bytes), null);
		return printable(bytes);
	}

	/** What drivers say ends with a zero, and some pad it; it goes to a terminal. */
	static String printable(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").replaceAll("\\s+|\\p{Cntrl}", " ").strip();
	}
}
