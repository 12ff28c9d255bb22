// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.compute.DeviceKind;

/** With the kernels for processors. */
class OpenClComputeServiceTest extends OpenClServiceContract {
	OpenClComputeServiceTest() {
		super(new TestDevice(DeviceKind.CPU));
	}
}
