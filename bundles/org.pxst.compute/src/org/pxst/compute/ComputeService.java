// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.FrameSource;

/** A device that can work on the frames of a scan; from {@link ComputeDevices}. Stateless, callable from any thread. */
public interface ComputeService {
	/** Name of the back end and the device, for messages and provenance, for example "Java, 8 threads". */
	String name();

	/** Seconds that the device has spent in computing so far, by its own clock; empty where there is no such clock. */
	default OptionalDouble deviceSeconds() {
		return OptionalDouble.empty();
	}

	/**
	 * Loads the frames of a scan.
	 *
	 * @param frames     where they come from; stays readable until the scan is closed: frames may have to be read again when a
	 *                   device fails
	 * @param goodFrames indices of the frames to load, ascending; only these take part in anything later
	 * @param monitor    for cancelling
	 * @return the loaded scan, to be closed by the caller
	 * @throws org.pxst.core.InvalidDataException when more than half of the pixels of a frame are NaN, infinite or
	 *                                            negative, or frames cannot be read
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor);
}
