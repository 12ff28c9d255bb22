// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.ConfigTemplate;
import org.pxst.processing.config.ProcessRecord;

/**
 * Adds to results where they are from.
 *
 * @param viewer  reads what was run before
 * @param command the command line as typed
 */
record StepRecord(Hdf5Viewer viewer, String command) {
	/**
	 * What was run.
	 *
	 * @param step       name of the step
	 * @param input      the file that was read
	 * @param given      what the user gave
	 * @param parameters what each parameter was
	 * @param computedOn back end and device
	 */
	record Run(String step, Path input, Map<String, Literal> given, Map<String, Literal> parameters, String computedOn) {
	}

	/**
	 * Results with the record of the run, as they are written.
	 *
	 * @param results     what was found
	 * @param destination where it goes
	 * @param group       absolute path of its group
	 */
	List<CxiContent> with(Run run, List<CxiDataset> results, Destination destination, String group) {
		ProcessRecord record = new ProcessRecord(number(destination, group), run.step(), ProductVersion.version(),
				OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(), command, run.input().getFileName().toString(),
				run.computedOn(), ConfigTemplate.of(run.step(), run.given()), ProcessRecord.texts(run.parameters()));
		List<CxiContent> content = new ArrayList<>();
		for (CxiDataset dataset : results)
			content.add(within(group, record.marked(dataset)));
		content.addAll(record.content());
		content.addAll(Provenance.datasets(command, run.input(), run.computedOn()));
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
		}
	}
}
