// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.DeviceKind;

/** Settles what a command computes on, before it does anything else. */
final class DeviceChoice {
	private final ComputeDevices devices;
	private final Terminal terminal;

	DeviceChoice(ComputeDevices devices, Terminal terminal) {
		this.devices = devices;
		this.terminal = terminal;
	}

	/**
	 * What the user asked for, on the command line or before. When nothing was asked for and there is no OpenCL device, says
	 * why it will be Java.
	 *
	 * @throws org.pxst.core.InvalidDataException when there is no such device
	 */
	ComputeRequest of(DeviceOptions options) {
		ComputeRequest request = new ComputeRequest(options.backEnd().orElseGet(devices::preferred), options.memory());
		devices.service(request);
		if (request.backEnd().equalsIgnoreCase(ComputeRequest.AUTO) && best().kind() == DeviceKind.JAVA)
			for (String remark : devices.remarks())
				terminal.err().println("pxst: computing in Java: " + remark);
		return request;
	}

	private ComputeDevice best() {
		return devices.list().get(0);
	}
}
