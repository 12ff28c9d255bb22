// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepDescription;

/** What is to be run to go on from, or back to, the iterations of a run that has ended. */
final class FurtherRuns {
	/** The step with the main loop. */
	static final String STEP = "pixel_map_from_data";

	/** What only a run from the beginning takes, and the window that would begin anew. */
	private static final Set<String> BEGINNING = Set.of("defocus", "roi", "good_frames", "search_window", "tolerance", "iterations");
	private static final String WHERE = "Live";

	private final PipelineRequest former;
	private final PipelineStep step;
	private final Path result;

	/**
	 * @param former what was run, with a step that has a main loop
	 * @param result the file with what was found
	 */
	private FurtherRuns(PipelineRequest former, PipelineStep step, Path result) {
		this.former = former;
		this.step = step;
		this.result = result;
	}

	/**
	 * For a run that has ended.
	 *
	 * @param result the file with what was found
	 * @return empty when the run had no step with a main loop
	 */
	static Optional<FurtherRuns> of(PipelineRequest former, Path result) {
		return former.steps().stream().filter(step -> step.step().name().equals(STEP)).reduce((first, second) -> second)
				.map(step -> new FurtherRuns(former, step, result));
	}

	/** The file with what was found. */
	Path result() {
		return result;
	}

	/** Absolute path of the group with what was found. */
	String group() {
		return step.results().orElse(former.group());
	}

	/** The step with the main loop. */
	StepDescription step() {
		return step.step();
	}

	/**
	 * Goes on.
	 *
	 * @param iterations how many; all of them are done, however little the error falls
	 * @param settings   that the loop followed last
	 */
	PipelineRequest more(int iterations, LoopSettings settings) {
		Map<String, GivenValue> given = new LinkedHashMap<>(step.given());
		given.keySet().removeAll(BEGINNING);
		put(given, "resume", new Flag(true));
		put(given, "iterations", new LongLiteral(iterations));
		put(given, "tolerance", new DoubleLiteral(0));
		LoopSettings usual = LoopSettings.defaults();
		set(given, "filter", settings.filter() == usual.filter(), new DoubleLiteral(settings.filter()));
		set(given, "refine_pixel_map", settings.refinePixelMap() == usual.refinePixelMap(), new Flag(settings.refinePixelMap()));
		set(given, "refine_whitefield", settings.refineWhitefield() == usual.refineWhitefield(),
				new Flag(settings.refineWhitefield()));
		set(given, "refine_positions", settings.refinePositions() == usual.refinePositions(), new Flag(settings.refinePositions()));
		set(given, "irrotational", settings.irrotational() == usual.irrotational(), new Flag(settings.irrotational()));
		return request(List.of(given));
	}

	private static void set(Map<String, GivenValue> given, String name, boolean isUsual, Literal value) {
		if (isUsual)
			given.remove(name);
		else
			put(given, name, value);
	}

	private static void put(Map<String, GivenValue> given, String name, Literal value) {
		given.put(name, new GivenValue(value, WHERE));
	}

	/** Runs with these parameters, one after the other. */
	PipelineRequest again(List<Map<String, Literal>> runs) {
		return request(runs.stream().map(values -> {
			Map<String, GivenValue> given = new LinkedHashMap<>();
			values.forEach((name, value) -> put(given, name, value));
			return given;
		}).toList());
	}

	private PipelineRequest request(List<Map<String, GivenValue>> runs) {
		Target target = former.target().kind() == Target.Kind.IN_PLACE ? Target.inPlace() : Target.automatic();
		return new PipelineRequest(result, former.options(),
				runs.stream().map(given -> new PipelineStep(step.step(), given, step.results())).toList(), former.group(), target,
				former.compute(), Optional.empty());
	}
}
