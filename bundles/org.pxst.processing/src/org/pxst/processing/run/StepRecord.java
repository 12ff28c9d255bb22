// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.ConfigTemplate;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.step.RecordedRun;

/**
 * Adds to results where they are from. Callable from any thread.
 *
 * @param viewer reads what was run before
 */
public record StepRecord(Hdf5Viewer viewer) {
	/**
	 * What was run.
	 *
	 * @param step       name of the step
	 * @param input      the file that was read
	 * @param command    a command line that does it
	 * @param values     what the user gave, and what each parameter was
	 * @param computedOn back end and device
	 */
	public record Run(String step, Path input, String command, RecordedRun values, String computedOn) {
	}

	/**
	 * Results with the record of the runs that made them, as they are written.
	 *
	 * @param runs        one after the other, at least one; the results are those of the last
	 * @param results     what was found
	 * @param destination where it goes
	 * @param group       absolute path of its group
	 */
	public List<CxiContent> with(List<Run> runs, List<CxiDataset> results, Destination destination, String group) {
		int first = number(destination, group);
		String date = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
		List<ProcessRecord> records = new ArrayList<>();
		for (Run run : runs)
			records.add(new ProcessRecord(first + records.size(), run.step(), ProgramVersion.version(), date, run.command(),
					run.input().getFileName().toString(), run.computedOn(), ConfigTemplate.of(run.step(), run.values().given()),
					ProcessRecord.texts(run.values().parameters())));
		ProcessRecord last = records.get(records.size() - 1);
		List<CxiContent> content = new ArrayList<>();
		for (CxiDataset dataset : results)
			content.add(within(group, last.marked(dataset)));
		records.forEach(record -> content.addAll(record.content()));
		Run end = runs.get(runs.size() - 1);
		content.addAll(Provenance.datasets(runs.stream().map(Run::command).distinct().collect(Collectors.joining(" && ")),
				end.input(), end.computedOn()));
		return content;
	}

	/** The 2020 suite has groups that are named like the first part of a path here: zernike. */
	private static CxiDataset within(String group, CxiDataset dataset) {
		String prefix = group.substring(group.lastIndexOf('/') + 1) + "/";
		return dataset.path().startsWith(prefix)
				? new CxiDataset(dataset.path().substring(prefix.length()), dataset.shape(), dataset.values(), dataset.attributes())
				: dataset;
	}

	/** A file of its own begins anew. */
	private int number(Destination destination, String group) {
		if (destination instanceof OwnFile)
			return 1;
		try (Hdf5View view = viewer.open(destination.file())) {
			return ProcessRecord.next(view, group);
		} catch (InvalidDataException e) {
			// somebody put something else there: writing the result will say so, and save it
			return 1;
		}
	}
}
