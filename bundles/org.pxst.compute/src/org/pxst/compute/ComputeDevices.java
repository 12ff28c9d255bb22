// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.List;

/**
 * The devices of all back ends, and the way to one of them. A Declarative Service, callable from any thread.
 */
public interface ComputeDevices {
	/** All devices, the preferred one first: GPU before CPU, OpenCL before Java. Never empty. */
	List<ComputeDevice> list();

	/** What the back ends have to say about devices that are missing, one line each. */
	List<String> remarks();

	/**
	 * What to compute on when a run does not say so itself: what the environment variable PXST_BACKEND holds, else the
	 * preference "backend" of the node org.pxst.compute, else {@link ComputeRequest#AUTO}.
	 *
	 * @return for {@link ComputeRequest#backEnd()}
	 * @throws org.pxst.core.InvalidDataException when there is no such device; says where it was asked for, and which
	 *                                            devices there are
	 */
	String preferred();

	/**
	 * The device that was asked for.
	 *
	 * @param backEnd as in {@link ComputeRequest#backEnd()}
	 * @throws org.pxst.core.InvalidDataException when there is no such device; says which ones there are
	 */
	ComputeDevice device(String backEnd);

	/**
	 * The compute service that was asked for.
	 *
	 * @throws org.pxst.core.InvalidDataException when there is no such device; says which ones there are
	 */
	ComputeService service(ComputeRequest request);
}
