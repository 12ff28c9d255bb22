// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.run.PipelineFile;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.session.OpenScan;

/**
 * Settings as a configuration file, with one section for each step that takes part. What the user knows about the scan is in
 * each of them, as each can be run by itself.
 */
final class PipelineText {
	private final StepCatalogue catalogue;

	/** @param catalogue steps that sections may be for */
	PipelineText(StepCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * A configuration file.
	 *
	 * @param steps in order
	 * @return lines, each ended
	 */
	static String of(PipelineSettings settings, List<StepDescription> steps) {
		boolean isElsewhere = !settings.group().equals(OpenScan.RESULTS);
		return PipelineFile.text(steps.stream().map(step -> step(settings, step))
				.map(step -> new PipelineStep(step.step(), step.given(),
						step.results().or(() -> isElsewhere ? Optional.of(settings.group()) : Optional.empty())))
				.toList());
	}

	/** A step with what is given for it and for the scan. */
	static PipelineStep step(PipelineSettings settings, StepDescription step) {
		Map<String, Literal> values = new LinkedHashMap<>(settings.scanGiven());
		values.putAll(settings.given(step));
		Map<String, GivenValue> given = new LinkedHashMap<>();
		values.forEach((name, value) -> given.put(name, new GivenValue(value, StepTitle.of(step))));
		return new PipelineStep(step, given, Optional.ofNullable(settings.results().get(step.name())));
	}

	/**
	 * Settings that a configuration file says.
	 *
	 * @param name     for messages
	 * @param text     of the file
	 * @param settings that have the target, which no configuration file has
	 * @throws InvalidDataException when something is unknown, or there is no step in it
	 */
	PipelineSettings read(String name, String text, PipelineSettings settings) {
		List<PipelineStep> steps = PipelineFile.steps(ConfigFile.parse(name, text), catalogue);
		if (steps.isEmpty())
			throw new InvalidDataException(name + ": there is no [step] in it; choose a file that a pipeline was saved to");
		Map<String, Map<String, Literal>> given = new LinkedHashMap<>();
		Map<String, String> results = new LinkedHashMap<>();
		for (PipelineStep step : steps) {
			given.put(step.step().name(), named(step));
			step.results().ifPresent(group -> results.put(step.step().name(), group));
		}
		Map<String, Literal> ofScan = common(given);
		given.values().forEach(values -> values.keySet().removeAll(ofScan.keySet()));
		Set<String> groups = steps.stream().map(step -> step.results().orElse(OpenScan.RESULTS)).collect(Collectors.toSet());
		if (groups.size() == 1)
			return new PipelineSettings(given.keySet(), given, ofScan, Map.of(), settings.target(), groups.iterator().next());
		return new PipelineSettings(given.keySet(), given, ofScan, results, settings.target(), OpenScan.RESULTS);
	}

	/** Under the names of the declarations. */
	private static Map<String, Literal> named(PipelineStep step) {
		Map<String, Literal> named = new LinkedHashMap<>();
		step.given().forEach((key, value) -> named.put(step.step().parameter(key).map(ParameterDescription::name)
				.or(() -> ScanParameter.called(key).map(ScanParameter::key)).orElse(key), value.value()));
		return named;
	}

	/** What all steps say alike about the scan. */
	private static Map<String, Literal> common(Map<String, Map<String, Literal>> given) {
		Map<String, Literal> common = new LinkedHashMap<>(given.values().iterator().next());
		Predicate<String> isOfScan = key -> key.equals(ScanParameter.DISTANCE_FROM) || ScanParameter.called(key).isPresent();
		common.entrySet().removeIf(entry -> !isOfScan.test(entry.getKey())
				|| !given.values().stream().allMatch(values -> entry.getValue().equals(values.get(entry.getKey()))));
		return common;
	}
}
