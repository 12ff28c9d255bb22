// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

/**
 * A step of the reconstruction or of its analysis. A class that is annotated with {@link StepInfo}, has a constructor without
 * arguments and fields that are annotated with {@link Parameter}. An object is set up once, and run once, by one thread.
 */
public interface Step {
	/**
	 * Does it. The parameters have been set and are within their ranges. May take long.
	 *
	 * @param context the scan, and what to compute on
	 * @return what was found; nothing is written here
	 * @throws org.pxst.core.CancelledException   when the context's monitor is cancelled
	 * @throws org.pxst.core.InvalidDataException when the parameters do not fit the scan or each other, or nothing can be
	 *                                            found; says what to do
	 */
	StepResult run(StepContext context);
}
