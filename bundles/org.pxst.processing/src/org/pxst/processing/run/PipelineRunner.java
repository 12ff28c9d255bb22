// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;

import org.eclipse.january.IMonitor;
import org.pxst.processing.LoopGuide;

/**
 * Runs steps from a file to a file. What each step finds is written before the next begins, all or nothing, with the record of
 * its parameters. A Declarative Service; stateless, callable from any thread.
 */
public interface PipelineRunner {
	/**
	 * Runs the steps. When a step fails or is cancelled, it writes nothing, and what those before it found stays. A main loop
	 * that is cancelled leaves the iterations that it has done, if the guide says so; no step follows it then.
	 *
	 * @param request  what to run
	 * @param listener hears of each step
	 * @param guide    of the main loop, where a step has one
	 * @param monitor  for cancelling, and to hear how far a step is
	 * @return the file that has the results
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException when a parameter is wrong, something is missing, a step fails, or its result
	 *                                            went elsewhere than it should; says what to do
	 */
	Path run(PipelineRequest request, PipelineListener listener, LoopGuide guide, IMonitor monitor);

	/**
	 * Checks the names and literals of all steps, without reading any file.
	 *
	 * @throws org.pxst.core.InvalidDataException when one is unknown or wrong
	 */
	void check(PipelineRequest request);
}
