// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.backend.FrameLoading;
import org.pxst.core.scan.FrameSource;

/**
 * Has frames in a scratch file, from where one row after the other comes to the device, when there are more than nine.
 *
 * @param session the open device
 */
record PassingTilesService(DeviceSession session) implements ComputeService {
	/** Rows of all frames that fit: a quarter of them is a row with its neighbours. */
	private static final int ROWS = 12;

	@Override
	public String name() {
		return "in passing";
	}

	@Override
	public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
		long row = (long) goodFrames.length * frames.columns() * FrameLoading.kept(frames.type()).bytes();
		DeviceFrames loaded = DeviceFrames.load(session, frames, goodFrames, ROWS * row, monitor);
		try {
			return new OpenClComputeScan(session, frames.frames(), goodFrames, loaded);
		} catch (RuntimeException e) {
			loaded.close();
			throw e;
		}
	}
}
