// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.run.StoredResults.Origin;
import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/**
 * What a file has of each step, and whether that is up to date. A step is done when all results are there that it always has and
 * it made one of them, or a later step of the catalogue made them anew. It is stale when something that it reads was written since by
 * a step before it in the catalogue or by hand, or when its parameters are others than those of its run. What later steps of the
 * catalogue write does not make it stale: the main loop goes round, and an update would never be up to date.
 */
public final class PipelineState {
	private static final String EDITED = "edited by hand since";
	private static final String NEWER = "newer: ";

	private final StepCatalogue catalogue;
	private final StoredResults results;
	private final Map<String, Map<String, Literal>> given;

	private PipelineState(StepCatalogue catalogue, StoredResults results, Map<String, Map<String, Literal>> given) {
		this.catalogue = catalogue;
		this.results = results;
		this.given = given;
	}

	/**
	 * The state of each step. Reads attributes and records, and no data of more than a few bytes; not for the UI thread.
	 *
	 * @param view      the open file
	 * @param group     absolute path of the results' group
	 * @param catalogue the steps
	 * @param given     what the user gives now, by the step's name and the parameter's; a step that is not there is not asked
	 *                  whether its parameters were changed
	 * @return by the step's name, in the order of the catalogue
	 * @throws org.pxst.core.InvalidDataException when the file cannot be read, or a record in it
	 */
	public static Map<String, StepState> of(Hdf5View view, String group, StepCatalogue catalogue,
			Map<String, Map<String, Literal>> given) {
		PipelineState state = new PipelineState(catalogue, new StoredResults(view, group), given);
		Map<String, StepState> states = new LinkedHashMap<>();
		for (StepDescription step : catalogue.steps())
			states.put(step.name(), state.of(step));
		return states;
	}

	private StepState of(StepDescription step) {
		boolean always = step.outputs().stream().anyMatch(output -> !output.optional());
		List<OutputDescription> expected = step.outputs().stream().filter(output -> !always || !output.optional()).toList();
		List<Origin> found = expected.stream().map(output -> results.origin(output.path())).flatMap(Optional::stream).toList();
		if (found.isEmpty() || always && !isWhole(step, expected, found))
			return StepState.missing();
		OptionalInt edited = found.stream().map(Origin::edited).flatMapToInt(OptionalInt::stream).max();
		Optional<Origin> own = newest(found.stream().filter(origin -> isBy(step, origin)).toList());
		Optional<Origin> maker = own.or(() -> newest(found.stream().filter(origin -> isBefore(step, origin)).toList()));
		if (maker.isPresent())
			return made(step, maker.get(), own.isPresent(), edited);
		Optional<ProcessRecord> last = results.lastOf(step.name());
		if (edited.isPresent())
			return edited(step, last, edited.getAsInt());
		if (found.stream().anyMatch(origin -> origin.process().isEmpty()))
			return new StepState(StepState.Kind.DONE, OptionalInt.empty(), found.get(0).step(), found.get(0).date(), false, "");
		Origin newest = newest(found).orElseThrow();
		return last.map(record -> new StepState(StepState.Kind.STALE, OptionalInt.of(record.number()), Optional.of(step.name()),
				record.date(), false, "its results were made again by " + newest.step().orElse("another step") + " since"))
				.orElse(StepState.missing());
	}

	/** Whether all is there. What no step reads may be missing in a run of the step itself: older versions wrote less. */
	private boolean isWhole(StepDescription step, List<OutputDescription> expected, List<Origin> found) {
		boolean itself = found.stream().anyMatch(origin -> isBy(step, origin) && origin.process().isPresent());
		return expected.stream().filter(output -> !itself || isRead(output.path()))
				.allMatch(output -> results.origin(output.path()).isPresent());
	}

	private boolean isRead(String path) {
		return catalogue.steps().stream().flatMap(step -> step.parameters().stream())
				.anyMatch(parameter -> parameter.path().equals(path));
	}

	/** Results that a step made. */
	private StepState made(StepDescription step, Origin maker, boolean itself, OptionalInt edited) {
		Optional<ProcessRecord> record = itself ? results.record(maker.process().getAsInt()) : Optional.empty();
		// an edit before the step was run again is of no matter any more
		boolean since = edited.isPresent() && edited.getAsInt() >= maker.process().getAsInt();
		return state(step, maker.process(), maker.step(), maker.date(), since, reasons(step, record, maker.process().getAsInt(), maker.process().getAsInt()));
	}

	/** Results that were edited by hand, and are as new as the edit. */
	private StepState edited(StepDescription step, Optional<ProcessRecord> last, int after) {
		return state(step, last.map(record -> OptionalInt.of(record.number())).orElse(OptionalInt.empty()), last.map(ProcessRecord::step),
				last.map(ProcessRecord::date).orElse(""), true, reasons(step, last, after, after + 1));
	}

	private static StepState state(StepDescription step, OptionalInt process, Optional<String> by, String date, boolean edited,
			List<String> reasons) {
		return new StepState(reasons.isEmpty() ? StepState.Kind.DONE : StepState.Kind.STALE, process, by, date, edited,
				String.join("; ", reasons));
	}

	/**
	 * Why a step is stale.
	 *
	 * @param record of the run of the step itself, if that made the results
	 * @param at     number of the last record that what it reads may have
	 * @param edits  number from which on an edit by hand is one since
	 */
	private List<String> reasons(StepDescription step, Optional<ProcessRecord> record, int at, int edits) {
		Optional<Map<String, Literal>> now = Optional.ofNullable(given.get(step.name())).map(map -> GivenChange.named(step, map));
		Optional<GivenChange> run = record.map(results::beginning).map(r -> new GivenChange(step, results, r, catalogue));
		Map<String, List<String>> newer = new LinkedHashMap<>();
		inputs(step, now.or(() -> run.map(GivenChange::before)).orElse(Map.of()))
				.forEach((name, path) -> results.origin(path).flatMap(origin -> newer(step, origin, at, edits))
						.ifPresent(why -> newer.computeIfAbsent(why, w -> new ArrayList<>()).add(name)));
		List<String> reasons = new ArrayList<>();
		newer.forEach((why, names) -> {
			boolean many = names.size() > 1;
			String verb = why.equals(EDITED) ? many ? " were " : " was " : many ? " are " : " is ";
			reasons.add(String.join(", ", names) + verb + why);
		});
		run.ifPresent(change -> now.map(change::to).ifPresent(reasons::addAll));
		return reasons;
	}

	private Optional<String> newer(StepDescription step, Origin origin, int at, int edits) {
		if (origin.edited().isPresent())
			return origin.edited().getAsInt() >= edits ? Optional.of(EDITED) : Optional.empty();
		boolean isNewer = origin.process().isPresent() && origin.process().getAsInt() > at && !isBy(step, origin)
				&& !isBefore(step, origin);
		return isNewer ? Optional.of(NEWER + origin.step().orElse("another step") + " was run after it") : Optional.empty();
	}

	/** The data sets that a step reads, by the parameter's name. */
	private Map<String, String> inputs(StepDescription step, Map<String, Literal> values) {
		Map<String, String> inputs = new LinkedHashMap<>();
		for (ParameterDescription parameter : step.parameters())
			if (!values.containsKey(parameter.name()))
				results.source(parameter.name(), parameter.path()).ifPresent(path -> inputs.put(parameter.name(), path));
		values.forEach((name, value) -> {
			boolean isInput = step.parameter(name).isPresent() || ScanParameter.called(name).isPresent();
			if (isInput && value instanceof Text text && text.value().startsWith("/"))
				inputs.put(name, text.value());
		});
		return inputs;
	}

	private static Optional<Origin> newest(List<Origin> origins) {
		return origins.stream().filter(origin -> origin.process().isPresent())
				.max(Comparator.comparingInt(origin -> origin.process().getAsInt()));
	}

	private static boolean isBy(StepDescription step, Origin origin) {
		return origin.step().filter(step::isCalled).isPresent();
	}

	/** Whether the step comes before the one that made something. */
	private boolean isBefore(StepDescription step, Origin origin) {
		return origin.step().isPresent() && place(origin.step().get()) > place(step.name());
	}

	private int place(String name) {
		for (int k = 0; k < catalogue.steps().size(); k++)
			if (catalogue.steps().get(k).isCalled(name))
				return k;
		return -1;
	}
}
