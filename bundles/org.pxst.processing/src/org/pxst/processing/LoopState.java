// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.List;
import java.util.Optional;

import org.pxst.compute.ModelErrors;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * Where the main loop is between two iterations. Immutable; its arrays must not be changed, and may be read by any thread.
 *
 * @param iterations all iterations that led here, those of earlier runs that are gone on from included
 * @param settings   that the next iteration will follow
 * @param model      the model
 * @param reference  its reference image; empty before the first iteration
 * @param errors     its errors; empty before the first iteration
 * @param memory     what else the loop carries on
 * @param isOver     whether the loop has converged or has done all iterations of this run
 * @param history    how it came here in this run
 */
public record LoopState(List<Iteration> iterations, LoopSettings settings, ForwardModel model,
		Optional<ReferenceImage> reference, Optional<ModelErrors> errors, LoopMemory memory, boolean isOver,
		LoopHistory history) {
	/** Takes a copy of the list. */
	public LoopState {
		iterations = List.copyOf(iterations);
	}
}
