// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import org.eclipse.january.IMonitor;
import org.pxst.processing.LoopGuide;

/** Runs steps. A Declarative Service; stateless, callable from any thread. */
public interface StepRunner {
	/**
	 * Reads what the step needs, and runs it. Writes nothing.
	 *
	 * @param request what to run
	 * @param monitor for cancelling, and to hear how far it is
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException when a parameter is unknown, of the wrong type or out of range, a data set
	 *                                            is missing, or the step fails; names file and place, and says what to do
	 */
	default StepOutcome run(StepRequest request, IMonitor monitor) {
		return run(request, LoopGuide.AUTOMATIC, monitor);
	}

	/**
	 * The same with somebody who decides between the iterations of the main loop, where the step has one.
	 *
	 * @param guide decides
	 */
	StepOutcome run(StepRequest request, LoopGuide guide, IMonitor monitor);

	/**
	 * Checks the names and literals of what a user gives, without reading any file.
	 *
	 * @throws org.pxst.core.InvalidDataException when one is unknown or wrong
	 */
	void check(StepRequest request);
}
