// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;

/** With frames in a scratch file. */
class PassingTilesTest extends OpenClServiceContract {
	PassingTilesTest() {
		super(new TestDevice(DeviceKind.CPU));
	}

	@Override
	public ComputeService service() {
		return new PassingTilesService(session());
	}
}
