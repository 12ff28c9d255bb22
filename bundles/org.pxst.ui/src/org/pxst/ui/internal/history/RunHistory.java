// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.config.ProcessRecord;

/**
 * What was run on a scan.
 *
 * @param groups   absolute paths of all groups of results
 * @param steps    the runs of all groups, in the order of the groups, the newest of each first
 * @param problems what could not be read, in words
 */
public record RunHistory(List<String> groups, List<RecordedStep> steps, List<String> problems) {
	/** Takes copies. */
	public RunHistory {
		groups = List.copyOf(groups);
		steps = List.copyOf(steps);
		problems = List.copyOf(problems);
	}

	/** Reads it, in the background. */
	public static RunHistory read(Hdf5View view) {
		List<String> groups = ResultGroups.of(view);
		List<RecordedStep> steps = new ArrayList<>();
		List<String> problems = new ArrayList<>();
		for (String group : groups)
			try {
				List<ProcessRecord> records = new ArrayList<>(ProcessRecord.of(view, group));
				Collections.reverse(records);
				records.forEach(record -> steps.add(new RecordedStep(group, record)));
			} catch (InvalidDataException e) {
				problems.add(e.getMessage());
			}
		return new RunHistory(groups, steps, problems);
	}
}
