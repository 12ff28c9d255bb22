// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.Text;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ResultPlace;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/** Puts together what a user gives for a step: options come before {@code --set}, and that before a configuration file. */
final class StepSettings {
	private final StepCatalogue catalogue;
	private final Consumer<String> announce;

	/** @param announce hears which configuration file is used when the user did not name it */
	StepSettings(StepCatalogue catalogue, Consumer<String> announce) {
		this.catalogue = catalogue;
		this.announce = announce;
	}

	/**
	 * What the user gives.
	 *
	 * @param given  for the step, by the name that was used
	 * @param group  of the results, when a configuration file names it
	 * @param output a file of their own, when a configuration file names one
	 */
	record Chosen(Map<String, GivenValue> given, Optional<String> group, Optional<Path> output) {
	}

	/**
	 * Puts it together.
	 *
	 * @param input beside which the configuration file may be
	 * @param typed with the step's own options
	 * @throws InvalidDataException when a configuration file cannot be read, or an assignment is none
	 */
	Chosen of(StepDescription step, Path input, StepOptions options, Map<String, GivenValue> typed) {
		Map<String, GivenValue> given = new LinkedHashMap<>();
		config(step, input, options).ifPresent(file -> {
			given.putAll(file.given(step, catalogue));
			file.group(step).ifPresent(group -> given.put(ConfigFile.GROUP, group));
		});
		for (String assignment : options.assignments())
			assign(step, assignment, given);
		typed.forEach((key, value) -> put(step, key, value, given));
		Optional<ResultPlace> place = place(given);
		return new Chosen(given, place.map(ResultPlace::group), place.flatMap(ResultPlace::file));
	}

	/**
	 * A step of a configuration file with what {@code --set} gives.
	 *
	 * @param assignments those for other steps have no effect
	 * @throws InvalidDataException when one is none, or names a file for the results of a single step
	 */
	PipelineStep with(PipelineStep step, List<String> assignments) {
		Map<String, GivenValue> given = new LinkedHashMap<>(step.given());
		for (String assignment : assignments)
			assign(step.step(), assignment, given);
		Optional<ResultPlace> place = place(given);
		if (place.flatMap(ResultPlace::file).isPresent())
			throw new InvalidDataException("--set " + step.step().name() + "." + ConfigFile.GROUP
					+ ": the results of all steps go to one file; name it with --output, and only a group here");
		return new PipelineStep(step.step(), given, place.map(ResultPlace::group).or(step::results));
	}

	private static Optional<ResultPlace> place(Map<String, GivenValue> given) {
		return Optional.ofNullable(given.remove(ConfigFile.GROUP)).map(value -> ResultPlace.of(value.value()));
	}

	private Optional<ConfigFile> config(StepDescription step, Path input, StepOptions options) {
		if (options.config().isPresent())
			return options.config().map(ConfigFile::read);
		Path beside = input.toAbsolutePath().resolveSibling(step.name() + ".ini");
		if (!Files.isRegularFile(beside))
			return Optional.empty();
		announce.accept("pxst: parameters from " + beside);
		return Optional.of(ConfigFile.read(beside));
	}

	private void assign(StepDescription step, String assignment, Map<String, GivenValue> given) {
		int equals = assignment.indexOf('=');
		if (equals < 1)
			throw new InvalidDataException("--set " + assignment + ": this is not KEY=VALUE, such as " + step.name() + ".roi=[0,100,0,100]");
		String key = assignment.substring(0, equals).strip();
		int dot = key.indexOf('.');
		if (dot > 0 && catalogue.step(key.substring(0, dot)).isEmpty())
			throw new InvalidDataException("--set " + assignment + ": there is no step " + key.substring(0, dot));
		if (dot > 0 && !step.isCalled(key.substring(0, dot)))
			return;
		put(step, key.substring(dot + 1), new GivenValue(literal(assignment.substring(equals + 1).strip()), "--set " + key), given);
	}

	/** Takes the place of what is there under any of the parameter's names. */
	private static void put(StepDescription step, String key, GivenValue value, Map<String, GivenValue> given) {
		step.parameter(key).ifPresent(parameter -> given.keySet().removeIf(parameter::isCalled));
		given.put(key, value);
	}

	/** A value in Python's notation; text where it is none. */
	static Literal literal(String text) {
		try {
			return Literal.parse(text);
		} catch (LiteralSyntaxException e) {
			return new Text(text);
		}
	}
}
