// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.FrameSource;

/** A back end that can work on the frames of a scan. A Declarative Service; stateless, callable from any thread. */
public interface ComputeService {
	/** Name of the back end, for messages and provenance, for example "Java, 8 threads". */
	String name();

	/**
	 * Loads the frames of a scan.
	 *
	 * @param frames     where they come from; read once
	 * @param goodFrames indices of the frames to load, ascending; only these take part in anything later
	 * @param monitor    for cancelling
	 * @return the loaded scan, to be closed by the caller
	 * @throws org.pxst.core.InvalidDataException when more than half of the pixels of a frame are NaN, infinite or
	 *                                            negative, or frames cannot be read
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor);
}
