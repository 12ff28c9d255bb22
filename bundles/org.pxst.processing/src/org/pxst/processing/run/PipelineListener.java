// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

/** Hears how a pipeline goes on, in the thread that runs it; must return soon. */
public interface PipelineListener {
	/** A step begins. */
	default void stepStarted(int index, PipelineStep step) {
	}

	/** A step has ended and its result is written. */
	default void stepDone(int index, PipelineStep step, StepOutput output) {
	}

	/** Something that the user should know: where the result goes when that is not where one would look for it, say. */
	default void remark(String text) {
	}
}
