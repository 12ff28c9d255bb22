// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A way to compute: Java, OpenCL. A Declarative Service, one for each; callable from any thread. Looking for devices may
 * take a second the first time.
 */
public interface BackEnd {
	/** Identifier, for example "opencl": lower case, no colon. */
	String id();

	/** The devices that can be used; empty when there are none. */
	List<ComputeDevice> devices();

	/** When there is no device, or fewer than one would expect: why, and what to do about it, one line. */
	Optional<String> remark();

	/**
	 * The compute service on one of the devices. Nothing is taken from the device before a scan is opened.
	 *
	 * @param device      one of {@link #devices()}
	 * @param memoryLimit bytes of the device's memory to use at most; empty: what it has. Scans for which that is too
	 *                    little are worked on in parts, with the same result
	 */
	ComputeService on(ComputeDevice device, OptionalLong memoryLimit);
}
