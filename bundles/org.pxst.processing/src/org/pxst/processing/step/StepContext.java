// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.core.scan.Scan;

/** What a running step works with. Belongs to the thread that runs it. */
public interface StepContext {
	/**
	 * The scan, with what the user knows better already in its geometry.
	 *
	 * @throws org.pxst.core.InvalidDataException when something that a scan needs is missing
	 */
	Scan scan();

	/**
	 * The frames that the scan says to use (all, when it says nothing), ascending.
	 *
	 * @param given what the user or an earlier step says; null: nothing
	 * @return a copy
	 * @throws org.pxst.core.InvalidDataException when one of those given is not in the scan, or there is none
	 */
	int[] goodFrames(int[] given);

	/**
	 * Loads frames on the device that was asked for. Closed after the step has run; a second call with other frames closes the
	 * first one's.
	 *
	 * @param frames ascending
	 */
	ComputeScan frames(int[] frames);

	/** The device that was asked for. */
	ComputeRequest compute();

	/** For cancelling, and to say how far the step is. */
	IMonitor monitor();
}
