// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ConfigSection;
import org.pxst.processing.config.ConfigTemplate;
import org.pxst.processing.config.ResultPlace;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/** Steps in a row as a configuration file. Callable from any thread. */
public final class PipelineFile {
	private PipelineFile() {
	}

	/**
	 * A configuration file with a section for each step, and the values that are given for it.
	 *
	 * @param steps in order
	 * @return lines, each ended; {@link #steps} makes the same steps of it
	 * @throws InvalidDataException when a step is there twice
	 */
	public static String text(List<PipelineStep> steps) {
		Set<String> names = new HashSet<>();
		for (PipelineStep step : steps)
			if (!names.add(step.step().name()))
				throw new InvalidDataException(
						step.step().name() + " is there twice, but a configuration file has one section for a step; remove one");
		return steps.stream().map(step -> ConfigTemplate.of(step.step().name(), values(step))).collect(Collectors.joining("\n"));
	}

	private static Map<String, Literal> values(PipelineStep step) {
		Map<String, Literal> values = new LinkedHashMap<>();
		step.results().ifPresent(group -> values.put(ConfigFile.GROUP, new Text(group)));
		step.given().forEach((name, value) -> values.put(name, value.value()));
		return values;
	}

	/**
	 * The steps of a configuration file, in the order of its sections. All sections of a step are one step, in the place of the
	 * first.
	 *
	 * @param catalogue all steps that a section may be for
	 * @throws InvalidDataException when a section is for no step, a key comes twice, or a step's results are to go to another file
	 *                              than those of the others
	 */
	public static List<PipelineStep> steps(ConfigFile file, StepCatalogue catalogue) {
		Set<StepDescription> found = new HashSet<>();
		List<PipelineStep> steps = new ArrayList<>();
		for (ConfigSection section : file.sections()) {
			StepDescription step = file.step(section, catalogue);
			if (found.add(step))
				steps.add(new PipelineStep(step, file.given(step, catalogue), results(file, step)));
		}
		return steps;
	}

	private static Optional<String> results(ConfigFile file, StepDescription step) {
		return file.group(step).map(value -> {
			ResultPlace place = ResultPlace.of(value.value());
			if (place.file().isPresent())
				throw new InvalidDataException(value.where() + ": " + ConfigFile.GROUP
						+ ": the results of all steps go to one file; name only a group here");
			return place.group();
		});
	}
}
