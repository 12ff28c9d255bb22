// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;

/**
 * The OpenCL device that tests run on: the first processor, for it is alike everywhere, or else the first device. Where
 * there is none, tests are skipped; but not with {@code CI=true}, which stands for a machine that has been prepared.
 *
 * @param kind              what it claims to be: graphics processors have kernels of their own, which run on any device
 * @param largestAllocation what it claims to be the largest piece of memory that it gives, bytes; 0 for the truth
 */
record TestDevice(DeviceKind kind, long largestAllocation) {
	TestDevice(DeviceKind kind) {
		this(kind, 0);
	}

	OpenClDevice open() {
		OpenClDevices devices = new OpenClDevices(OpenClLibrary.ofMachine());
		if (devices.list().isEmpty()) {
			String reason = "no OpenCL device to test with: " + devices.remark().orElse("no reason known");
			if ("true".equals(System.getenv("CI")))
				fail(reason);
			assumeTrue(false, reason);
		}
		OpenClDevice real = devices.list().stream().filter(d -> d.device().kind() == DeviceKind.CPU).findFirst()
				.orElse(devices.list().get(0));
		ComputeDevice d = real.device();
		return new OpenClDevice(new ComputeDevice(d.backEnd(), d.index(), kind, d.name(), d.platform(), d.driver(),
				d.computeUnits(), d.memory(), largestAllocation > 0 ? largestAllocation : d.largestAllocation()),
				real.platform(), real.id());
	}
}
