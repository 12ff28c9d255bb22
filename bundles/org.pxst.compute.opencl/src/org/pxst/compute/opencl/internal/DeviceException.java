// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Set;

import org.jocl.CL;
import org.jocl.CLException;
import org.pxst.compute.backend.DeviceFailure;

/** OpenCL did not do what it was asked for. */
final class DeviceException extends DeviceFailure {
	private static final long serialVersionUID = 1L;

	private static final Set<Integer> LACK_OF_MEMORY = Set.of(CL.CL_MEM_OBJECT_ALLOCATION_FAILURE, CL.CL_OUT_OF_RESOURCES,
			CL.CL_OUT_OF_HOST_MEMORY, CL.CL_INVALID_BUFFER_SIZE);

	/** What OpenCL reported. */
	DeviceException(String what, CLException cause) {
		// a compiler's messages follow in the next lines
		super(what + ": " + cause.getMessage().lines().findFirst().orElse(""), LACK_OF_MEMORY.contains(cause.getStatus()), cause);
	}

	/** More memory was asked for than there is. */
	DeviceException(String what) {
		super(what, true, null);
	}
}
