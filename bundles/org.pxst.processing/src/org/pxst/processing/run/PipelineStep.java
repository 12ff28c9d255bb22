// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepDescription;

/**
 * A step of a pipeline.
 *
 * @param step    which
 * @param given   what the user gives, by the parameter's name; see {@link org.pxst.processing.step.StepRequest#given()}
 * @param results absolute path of a group for its results alone; empty: the group of the whole pipeline
 */
public record PipelineStep(StepDescription step, Map<String, GivenValue> given, Optional<String> results) {
	/** Takes a copy that keeps the order. */
	public PipelineStep {
		given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
	}

	/** A step whose results go where those of the others do. */
	public PipelineStep(StepDescription step, Map<String, GivenValue> given) {
		this(step, given, Optional.empty());
	}
}
