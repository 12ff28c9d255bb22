// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;

/**
 * What is set for a scan, as far as it decides where its steps are. Immutable, for the thread that reads.
 *
 * @param group absolute path of the group of the results
 * @param given what is set for each step, by its name, for which anything is: results of a step for which nothing is set may
 *              have been made with anything
 */
record Asked(String group, Map<String, Map<String, Literal>> given) {
	/** Nothing is set. */
	static final Asked NOTHING = new Asked(OpenScan.RESULTS, Map.of());

	/** Takes what is set now. */
	static Asked of(ScanPipeline pipeline) {
		Map<String, Map<String, Literal>> given = new HashMap<>();
		for (StepDescription step : pipeline.steps()) {
			Map<String, Literal> values = new LinkedHashMap<>(pipeline.scanGiven());
			values.putAll(pipeline.given(step));
			if (!values.isEmpty())
				given.put(step.name(), values);
		}
		return new Asked(pipeline.group(), given);
	}
}
