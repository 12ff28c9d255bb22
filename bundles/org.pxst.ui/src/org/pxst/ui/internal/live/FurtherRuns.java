// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.ScanPipeline;

/** What is to be run to go on from, or back to, the iterations that a file has. */
final class FurtherRuns {
	/** The step with the main loop. */
	static final String STEP = "pixel_map_from_data";

	/** What only a run from the beginning takes, and settings that are given anew. */
	private static final Set<String> BEGINNING = Set.of("defocus", "roi", "good_frames", "search_window", "tolerance", "iterations");
	private static final String WHERE = "Live";

	private final Supplier<PipelineRequest> former;
	private final PipelineStep step;
	private final Path result;
	private final String group;
	private final List<PipelineStep> following;
	private final LoopSettings settings;
	private final int left;

	private FurtherRuns(Supplier<PipelineRequest> former, PipelineStep step, Path result, String group, List<PipelineStep> following,
			LoopSettings settings, int left) {
		this.former = former;
		this.step = step;
		this.result = result;
		this.group = group;
		this.following = List.copyOf(following);
		this.settings = settings;
		this.left = left;
	}

	/**
	 * For a run that has ended.
	 *
	 * @param loop its main loop
	 * @return empty when it has no result
	 */
	static Optional<FurtherRuns> of(Run run, LoopRemote loop) {
		List<PipelineStep> steps = run.request().steps();
		int last = steps.size() - 1;
		while (last >= 0 && !steps.get(last).step().name().equals(STEP))
			last--;
		if (last < 0 || run.result().isEmpty())
			return Optional.empty();
		PipelineStep step = steps.get(last);
		boolean wentFurther = run.step() > last;
		LoopState state = loop.state();
		int left = state.memory().hasConverged() ? 0 : loop.settings().iterations() - state.history().iterations();
		return Optional.of(new FurtherRuns(run::request, step, run.result().get(), step.results().orElse(run.request().group()),
				wentFurther ? List.of() : steps.subList(last + 1, steps.size()), loop.settings(), Math.max(0, left)));
	}

	/**
	 * For what is in a file, whatever made it. How many iterations there were to be is not stored: as many as the pipeline says.
	 *
	 * @param pipeline of the file
	 * @param step     the step with the main loop
	 */
	static FurtherRuns of(ScanPipeline pipeline, StepDescription step, StoredLoop stored) {
		GivenSettings last = new GivenSettings(stored.last());
		boolean didAll = stored.state().memory().hasConverged() || last.resumes() && last.settings().tolerance() == 0;
		int left = didAll ? 0 : new GivenSettings(pipeline.given(step)).iterations() - stored.state().iterations().size();
		return new FurtherRuns(() -> pipeline.request(List.of(step)), new PipelineStep(step, given(stored.last())), pipeline.file(),
				pipeline.group(), List.of(), stored.state().settings(), Math.max(0, left));
	}

	/** The file with what was found. */
	Path result() {
		return result;
	}

	/** Absolute path of the group with what was found. */
	String group() {
		return group;
	}

	/** How many iterations the loop would still have done at most; 0 when it had come to its end. */
	int left() {
		return left;
	}

	/** Goes on as the loop would have, and does what should have followed. */
	PipelineRequest goOn() {
		Map<String, GivenValue> given = resumed(left);
		set(given, "tolerance", settings.tolerance() == LoopSettings.defaults().tolerance(), new DoubleLiteral(settings.tolerance()));
		// another one than that which was followed would begin anew
		set(given, "search_window", settings.searchWindow() == 0, new LongLiteral(settings.searchWindow()));
		return request(List.of(given), following);
	}

	/**
	 * Goes on.
	 *
	 * @param iterations how many; all of them are done, however little the error falls
	 */
	PipelineRequest more(int iterations) {
		Map<String, GivenValue> given = resumed(iterations);
		put(given, "tolerance", new DoubleLiteral(0));
		return request(List.of(given), List.of());
	}

	/** Runs with these parameters, one after the other. */
	PipelineRequest again(List<Map<String, Literal>> runs) {
		return request(runs.stream().map(FurtherRuns::given).toList(), List.of());
	}

	private Map<String, GivenValue> resumed(int iterations) {
		Map<String, GivenValue> given = new LinkedHashMap<>(step.given());
		given.keySet().removeAll(BEGINNING);
		put(given, "resume", new Flag(true));
		put(given, "iterations", new LongLiteral(iterations));
		LoopSettings usual = LoopSettings.defaults();
		set(given, "filter", settings.filter() == usual.filter(), new DoubleLiteral(settings.filter()));
		set(given, "refine_pixel_map", settings.refinePixelMap() == usual.refinePixelMap(), new Flag(settings.refinePixelMap()));
		set(given, "refine_whitefield", settings.refineWhitefield() == usual.refineWhitefield(),
				new Flag(settings.refineWhitefield()));
		set(given, "refine_positions", settings.refinePositions() == usual.refinePositions(), new Flag(settings.refinePositions()));
		set(given, "irrotational", settings.irrotational() == usual.irrotational(), new Flag(settings.irrotational()));
		return given;
	}

	private static Map<String, GivenValue> given(Map<String, Literal> values) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		values.forEach((name, value) -> put(given, name, value));
		return given;
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

	private PipelineRequest request(List<Map<String, GivenValue>> runs, List<PipelineStep> then) {
		PipelineRequest before = former.get();
		Target target = before.target().kind() == Target.Kind.IN_PLACE ? Target.inPlace() : Target.automatic();
		List<PipelineStep> steps = new ArrayList<>();
		runs.forEach(given -> steps.add(new PipelineStep(step.step(), given, step.results())));
		steps.addAll(then);
		return new PipelineRequest(result, before.options(), steps, before.group(), target, before.compute(), Optional.empty());
	}
}
