// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

/**
 * A device did not do what it was asked for: no memory left, a launch that failed, a device that is gone. What was asked for
 * can be done elsewhere; users are told that, not this.
 */
public class DeviceFailure extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final boolean isLackOfMemory;

	/**
	 * @param message        what failed, one line
	 * @param isLackOfMemory whether asking for less may help
	 * @param cause          what the lower level reported, or null
	 */
	public DeviceFailure(String message, boolean isLackOfMemory, Throwable cause) {
		super(message, cause);
		this.isLackOfMemory = isLackOfMemory;
	}

	/** Whether asking for less may help. */
	public boolean isLackOfMemory() {
		return isLackOfMemory;
	}
}
