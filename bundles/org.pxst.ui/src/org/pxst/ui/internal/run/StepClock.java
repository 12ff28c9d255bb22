// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;

/**
 * Knows how long the steps of runs take.
 *
 * @param times what was learned
 * @param size  number of samples of a request's scan, NaN when it is not known; may read the file
 */
record StepClock(StepTimes times, ToDoubleFunction<PipelineRequest> size) {
	/** Number of samples of the scan, NaN when it is not known; reads the file. */
	double samples(PipelineRequest request) {
		return size.applyAsDouble(request);
	}

	/** How long each step will take, s; NaN where that is not known. */
	List<Double> expected(PipelineRequest request, double samples) {
		return request.steps().stream()
				.map(step -> times.expected(step.step().name(), request.compute(), samples).orElse(Double.NaN)).toList();
	}

	/** Learns how long a step took, s. */
	void learn(PipelineRequest request, PipelineStep step, double samples, double seconds) {
		times.learn(step.step().name(), request.compute(), samples, seconds);
	}
}
