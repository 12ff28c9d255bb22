// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/**
 * A device that frames can be worked on with.
 *
 * @param backEnd           identifier of its back end, for example "opencl"
 * @param index             its number among the devices of its back end, from 0 on
 * @param kind              what it is
 * @param name              its name, as its maker gives it
 * @param platform          name of the driver's platform
 * @param driver            version of the driver
 * @param computeUnits      number of cores, or multiprocessors
 * @param memory            its memory, bytes
 * @param largestAllocation largest piece of it that can be had at once, bytes
 */
public record ComputeDevice(String backEnd, int index, DeviceKind kind, String name, String platform, String driver,
		int computeUnits, long memory, long largestAllocation) {
	/** How the device is asked for: the back end alone where it has one device only in any machine, else with the index. */
	public String label() {
		return kind == DeviceKind.JAVA ? backEnd : backEnd + ":" + index;
	}
}
