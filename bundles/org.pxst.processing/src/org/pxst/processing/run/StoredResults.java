// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.pxst.core.literal.Flag;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.config.HandEdit;
import org.pxst.processing.config.ProcessRecord;

/** The results in a file and where they are from. */
final class StoredResults {
	/** Good frames of the scan, for steps that find none in the results: where the 2020 suite and the workbench have them. */
	private static final String GOOD_FRAMES = "/frame_selector/good_frames";
	private static final String GOOD_FRAMES_NAME = "good_frames";

	private static final String TRUE = new Flag(true).text();

	private final String group;
	private final Map<String, Hdf5Entry> datasets = new HashMap<>();
	private final List<ProcessRecord> records;

	/**
	 * @param view  the open file
	 * @param group absolute path of the results' group
	 */
	StoredResults(Hdf5View view, String group) {
		this.group = group;
		if (view.find(group).isPresent())
			view.tree(group).forEach(this::take);
		view.find(GOOD_FRAMES).ifPresent(this::take);
		records = ProcessRecord.of(view, group);
	}

	private void take(Hdf5Entry entry) {
		if (entry.kind() == Hdf5Entry.Kind.DATASET)
			datasets.put(entry.path(), entry);
	}

	/**
	 * Where a data set is from.
	 *
	 * @param step    name of the step that made it, when it says one
	 * @param process number of its record, when it says one
	 * @param date    "" when it says none
	 * @param edited  after which record it was edited by hand, when it was
	 */
	record Origin(Optional<String> step, OptionalInt process, String date, OptionalInt edited) {
	}

	/** Where a data set is from; empty when it is not there. */
	Optional<Origin> origin(String path) {
		return Optional.ofNullable(datasets.get(absolute(path))).map(entry -> new Origin(ProcessRecord.stepOf(entry),
				ProcessRecord.numberOf(entry), entry.attributes().get("date") instanceof String date ? date : "", HandEdit.after(entry)));
	}

	/** The data set that a parameter is read from by itself; empty when there is none. */
	Optional<String> source(String parameter, String path) {
		if (!path.isEmpty() && datasets.containsKey(absolute(path)))
			return Optional.of(absolute(path));
		return parameter.equals(GOOD_FRAMES_NAME) && datasets.containsKey(GOOD_FRAMES) ? Optional.of(GOOD_FRAMES) : Optional.empty();
	}

	private String absolute(String path) {
		return path.startsWith("/") ? path : group + "/" + path;
	}

	/** A record by its number. */
	Optional<ProcessRecord> record(int number) {
		return records.stream().filter(record -> record.number() == number).findFirst();
	}

	/**
	 * The record of a run that was begun, for one that went on with it. What was changed while the loop ran makes several records
	 * of what somebody began as one run.
	 */
	ProcessRecord beginning(ProcessRecord record) {
		ProcessRecord first = record;
		while (TRUE.equals(first.parameters().get(GivenChange.RESUME))) {
			int number = first.number();
			String step = first.step();
			Optional<ProcessRecord> before = records.stream().filter(other -> other.step().equals(step) && other.number() < number)
					.reduce((a, b) -> b);
			if (before.isEmpty())
				break;
			first = before.get();
		}
		return first;
	}

	/** The last record of a step. */
	Optional<ProcessRecord> lastOf(String step) {
		return records.stream().filter(record -> record.step().equals(step)).reduce((before, after) -> after);
	}
}
