// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

/** Numbers as the compiler of kernels reads them. */
final class DeviceNumbers {
	private DeviceNumbers() {
	}

	/** A constant of single precision, with all its digits. */
	static String literal(double value) {
		return Float.toHexString((float) value) + "f";
	}
}
