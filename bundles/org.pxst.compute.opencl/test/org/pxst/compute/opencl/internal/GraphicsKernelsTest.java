// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.compute.DeviceKind;

/** With the kernels for graphics processors. */
class GraphicsKernelsTest extends OpenClServiceContract {
	GraphicsKernelsTest() {
		super(new TestDevice(DeviceKind.GPU));
	}
}
