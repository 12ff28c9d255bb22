// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.compute.SearchWindow;

/**
 * Sums of the grid search for pixels that see beyond the reference image in some frames: those over the other frames. The
 * kernel that finds such a pixel keeps them, and search_pixel_map_partly goes on from there. To be closed.
 */
final class KeptSums implements AutoCloseable {
	/** Behind the sums of each shift: normaliser and number of frames. */
	private static final int QUANTITIES_OF_PIXEL = 2;

	private final List<DeviceBuffer> buffers = new ArrayList<>();
	private final int most;

	/**
	 * @param size pixels of the detector
	 * @param most pixels for which there is room, at least 1
	 */
	KeptSums(DeviceSession session, int size, SearchWindow window, int most) {
		this.most = most;
		try {
			buffers.add(session.buffer(Integer.BYTES));
			buffers.add(session.buffer((long) Integer.BYTES * size));
			buffers.add(session.buffer((long) Float.BYTES * (window.shifts() + QUANTITIES_OF_PIXEL) * most));
			buffers.get(0).clear();
			buffers.get(1).clear();
		} catch (RuntimeException e) {
			close();
			throw e;
		}
	}

	/** Pixels whose sums take so many bytes. */
	static int pixels(SearchWindow window, long bytes) {
		return (int) (bytes / ((long) Float.BYTES * (window.shifts() + QUANTITIES_OF_PIXEL)));
	}

	/** Gives the kernel that keeps sums what it writes to: count, places, sums, and the number of places. */
	void giveToWrite(KernelLaunch launch) {
		buffers.forEach(launch::with);
		launch.with(most);
	}

	/** Gives the kernel that goes on from them what it reads: places, sums, and the number of places. */
	void giveToRead(KernelLaunch launch) {
		launch.with(buffers.get(1)).with(buffers.get(2)).with(most);
	}

	@Override
	public void close() {
		buffers.forEach(DeviceBuffer::close);
	}
}
