// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

/** Looks at each command before it goes to the device: lets tests make a device fail. */
interface DeviceFaults {
	/** No faults but the device's own. */
	DeviceFaults NONE = command -> {
	};

	/**
	 * Called before a command.
	 *
	 * @param command what it does, for messages
	 * @throws DeviceException when it is to fail
	 */
	void before(String command);
}
