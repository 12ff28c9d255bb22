// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiDataset;

/**
 * What a step found.
 *
 * @param datasets what is to be written, with paths relative to the result's group; all of them are declared as outputs
 * @param summary  what a user wants to see at once: lines of a name (of the kind {@code defocus}), blanks, and a value with
 *                 its unit, without line ends
 * @param runs     what each run of the step that makes the same, one after the other, has to be given instead of what the
 *                 user gave; none: a single run with what the user gave
 */
public record StepResult(List<CxiDataset> datasets, List<String> summary, List<Map<String, Literal>> runs) {
	/** Takes copies. */
	public StepResult {
		datasets = List.copyOf(datasets);
		summary = List.copyOf(summary);
		runs = List.copyOf(runs);
	}

	/** What came of a single run with what the user gave. */
	public StepResult(List<CxiDataset> datasets, List<String> summary) {
		this(datasets, summary, List.of());
	}
}
