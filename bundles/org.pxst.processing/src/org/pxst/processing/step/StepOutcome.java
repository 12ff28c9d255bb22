// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.List;

/**
 * What came of a run.
 *
 * @param result     what the step found
 * @param runs       the runs of the step that, one after the other, make the same: one, or more when its parameters were
 *                   changed while it ran
 * @param computedOn back end and device; Java when the step loaded no frames
 */
public record StepOutcome(StepResult result, List<RecordedRun> runs, String computedOn) {
	/** Takes a copy. */
	public StepOutcome {
		runs = List.copyOf(runs);
	}
}
