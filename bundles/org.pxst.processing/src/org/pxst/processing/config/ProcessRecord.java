// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.DatasetUtils;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;

/**
 * What was run, with what, and when: a group of the NeXus class NXprocess beside the results, {@code process_1} and so on in
 * the order in which they were run. Enough to run it again.
 *
 * @param number        its place in the order, from 1 on
 * @param step          name of the step
 * @param version       of the program
 * @param date          ISO 8601, with the offset from UTC
 * @param command       as typed, or empty
 * @param input         name of the file that was read
 * @param computedOn    back end and device
 * @param configuration what the user gave, as a configuration file ({@link ConfigFile})
 * @param parameters    what each parameter was, in the configuration file's notation
 */
public record ProcessRecord(int number, String step, String version, String date, String command, String input,
		String computedOn, String configuration, Map<String, String> parameters) {
	private static final String NAME = "process_";
	private static final String PROGRAM = "PXST Workbench";
	private static final String NX_CLASS = "NX_class";
	/** Attribute of a result: name of the record's group. */
	static final String PROCESS = "process";
	private static final String STEP = "step";

	/** Takes a copy that keeps the order. */
	public ProcessRecord {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/** What parameters were, as text. */
	public static Map<String, String> texts(Map<String, Literal> parameters) {
		Map<String, String> texts = new LinkedHashMap<>();
		parameters.forEach((name, value) -> texts.put(name, value.text()));
		return texts;
	}

	/** Its group, relative to that of the results. */
	public String group() {
		return NAME + number;
	}

	/** The record as it is stored. */
	public List<CxiContent> content() {
		List<CxiContent> content = new ArrayList<>();
		content.add(new CxiGroup(group(), Map.of(NX_CLASS, "NXprocess")));
		content.add(CxiDataset.of(group() + "/sequence_index", new int[] { number }, ""));
		text(content, "program", PROGRAM);
		text(content, "version", version);
		text(content, "date", date);
		text(content, "step", step);
		text(content, "command", command);
		text(content, "input", input);
		text(content, "computed_on", computedOn);
		text(content, "configuration", configuration);
		content.add(new CxiGroup(group() + "/parameters", Map.of(NX_CLASS, "NXparameters")));
		parameters.forEach((name, value) -> text(content, "parameters/" + name, value));
		return content;
	}

	private void text(List<CxiContent> content, String name, String value) {
		content.add(CxiDataset.of(group() + "/" + name, new String[] { value }, ""));
	}

	/** A result with where it is from in its attributes. */
	public CxiDataset marked(CxiDataset result) {
		Map<String, Object> attributes = new LinkedHashMap<>(result.attributes());
		attributes.put(STEP, step);
		attributes.put("version", PROGRAM + " " + version);
		attributes.put("date", date);
		attributes.put(PROCESS, group());
		attributes.put("computed_on", computedOn);
		return new CxiDataset(result.path(), result.shape(), result.values(), attributes);
	}

	/**
	 * Which record a result belongs to.
	 *
	 * @param result a data set as it is in the file
	 * @return its number; empty when it says none
	 */
	public static OptionalInt numberOf(Hdf5Entry result) {
		return result.attributes().get(PROCESS) instanceof String name ? number("/" + name, "") : OptionalInt.empty();
	}

	/**
	 * Which step made a result.
	 *
	 * @param result a data set as it is in the file
	 * @return its name; empty when it says none
	 */
	public static Optional<String> stepOf(Hdf5Entry result) {
		return result.attributes().get(STEP) instanceof String name ? Optional.of(name) : Optional.empty();
	}

	/**
	 * All records of a file, in their order.
	 *
	 * @param view  the open file
	 * @param group absolute path of the results' group
	 * @return none when the group is not there
	 * @throws InvalidDataException when a record cannot be read
	 */
	public static List<ProcessRecord> of(Hdf5View view, String group) {
		if (view.find(group).isEmpty())
			return List.of();
		List<ProcessRecord> records = new ArrayList<>();
		List<Hdf5Entry> tree = view.tree(group);
		for (Hdf5Entry entry : tree)
			if (number(entry.path(), group).isPresent() && "NXprocess".equals(entry.attributes().get(NX_CLASS)))
				records.add(read(view, entry.path(), number(entry.path(), group).getAsInt(), tree));
		records.sort(Comparator.comparingInt(ProcessRecord::number));
		return records;
	}

	/**
	 * The number of the next record.
	 *
	 * @param view  the open file
	 * @param group absolute path of the results' group
	 * @return 1 when there are no records
	 */
	public static int next(Hdf5View view, String group) {
		if (view.find(group).isEmpty())
			return 1;
		return view.tree(group).stream().map(entry -> number(entry.path(), group)).filter(OptionalInt::isPresent)
				.mapToInt(OptionalInt::getAsInt).max().orElse(0) + 1;
	}

	private static OptionalInt number(String path, String group) {
		String prefix = group + "/" + NAME;
		String digits = path.startsWith(prefix) ? path.substring(prefix.length()) : "";
		return digits.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
	}

	private static ProcessRecord read(Hdf5View view, String path, int number, List<Hdf5Entry> tree) {
		Map<String, String> parameters = new LinkedHashMap<>();
		String prefix = path + "/parameters/";
		for (Hdf5Entry entry : tree)
			if (entry.path().startsWith(prefix) && entry.kind() == Hdf5Entry.Kind.DATASET)
				parameters.put(entry.name(), text(view, entry.path()).orElse(""));
		return new ProcessRecord(number, required(view, path + "/step"), text(view, path + "/version").orElse(""),
				text(view, path + "/date").orElse(""), text(view, path + "/command").orElse(""),
				text(view, path + "/input").orElse(""), text(view, path + "/computed_on").orElse(""),
				required(view, path + "/configuration"), parameters);
	}

	private static String required(Hdf5View view, String path) {
		return text(view, path).orElseThrow(() -> new InvalidDataException(
				view.path() + ": there is no " + path + ", so that what was run there is not known"));
	}

	private static Optional<String> text(Hdf5View view, String path) {
		if (view.find(path).isEmpty())
			return Optional.empty();
		try {
			return Optional.of(DatasetUtils.convertToDataset(view.values(path).getSlice()).flatten()
					.getString(0));
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + path + " cannot be read (" + e.getMessage() + ")", e);
		}
	}
}
