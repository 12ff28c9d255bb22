// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.List;

import org.pxst.io.cxi.CxiDataset;

/**
 * What a step found.
 *
 * @param datasets what is to be written, with paths relative to the result's group; all of them are declared as outputs
 * @param summary  what a user wants to see at once: lines of a name (of the kind {@code defocus}), blanks, and a value with
 *                 its unit, without line ends
 */
public record StepResult(List<CxiDataset> datasets, List<String> summary) {
	/** Takes copies. */
	public StepResult {
		datasets = List.copyOf(datasets);
		summary = List.copyOf(summary);
	}
}
