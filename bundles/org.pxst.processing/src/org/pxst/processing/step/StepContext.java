// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.core.scan.Scan;
import org.pxst.processing.LoopGuide;

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

	/** Absolute path of the group with what earlier steps found. */
	String group();

	/**
	 * What an earlier step found.
	 *
	 * @param path relative to the group
	 * @param type one of the types of fields that parameters have, see {@link ParameterType}; Double and Integer for numbers
	 * @return empty when there is no such data set
	 * @throws org.pxst.core.InvalidDataException when the data set holds something else, or cannot be read
	 */
	<T> Optional<T> found(String path, Class<T> type);

	/** The device that was asked for. */
	ComputeRequest compute();

	/** Who decides between the iterations of a main loop. */
	LoopGuide guide();

	/** For cancelling, and to say how far the step is. */
	IMonitor monitor();
}
