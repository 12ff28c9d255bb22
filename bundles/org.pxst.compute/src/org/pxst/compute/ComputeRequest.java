// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.OptionalLong;

/**
 * Which device to compute on.
 *
 * @param backEnd      {@code auto} for the best that there is, a back end ({@code java}, {@code opencl}) for its best
 *                     device, {@code opencl:1} for that device, or part of a device's name, in any case
 * @param deviceMemory bytes of the device's memory to use at most; empty: what it has
 */
public record ComputeRequest(String backEnd, OptionalLong deviceMemory) {
	/** What leaves the choice to the program. */
	public static final String AUTO = "auto";

	/** Checks the range. */
	public ComputeRequest {
		if (backEnd.isBlank() || deviceMemory.isPresent() && deviceMemory.getAsLong() < 1)
			throw new IllegalArgumentException("back end '" + backEnd + "', device memory " + deviceMemory);
	}

	/** The best device, with all of its memory. */
	public static ComputeRequest automatic() {
		return new ComputeRequest(AUTO, OptionalLong.empty());
	}
}
