// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.ComputeService;
import org.pxst.compute.ComputeServiceContract;

/** All that the back end must do, with frames in a scratch file of which no more than a row is in memory. */
class TiledComputeServiceTest extends ComputeServiceContract {
	private final ComputeService service = new JavaComputeService(new FrameRoom(0, 1, 1));

	@Override
	public ComputeService service() {
		return service;
	}
}
