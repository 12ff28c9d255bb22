// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.session.OpenScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings as texts that are kept for the next session: the parameters of all steps, whether they take part or not. */
final class SettingsMemory {
	private static final Logger LOG = LoggerFactory.getLogger(SettingsMemory.class);
	private static final String INCLUDED = "included";
	private static final String CONFIGURATION = "configuration";
	private static final String TARGET = "target";
	private static final String FILE = "target.file";
	private static final String OVERWRITE = "target.overwrite";

	private final List<StepDescription> steps;
	private final PipelineText text;

	SettingsMemory(List<StepDescription> steps, PipelineText text) {
		this.steps = steps;
		this.text = text;
	}

	/** What a scan has that nobody has set anything for. */
	PipelineSettings first() {
		return new PipelineSettings(
				steps.stream().filter(StepOrder::isIncludedAtFirst).map(StepDescription::name)
						.collect(Collectors.toCollection(LinkedHashSet::new)),
				Map.of(), Map.of(), Map.of(), Target.automatic(), OpenScan.RESULTS);
	}

	/** Settings by name. */
	Map<String, String> texts(PipelineSettings settings) {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put(INCLUDED, String.join(" ", settings.included()));
		texts.put(CONFIGURATION, PipelineText.of(settings, steps));
		texts.put(TARGET, settings.target().kind().name());
		texts.put(FILE, settings.target().file().map(Path::toString).orElse(""));
		texts.put(OVERWRITE, String.valueOf(settings.target().overwrite()));
		return texts;
	}

	/** Settings that were kept; those at first when an older version has kept something that is not understood any more. */
	PipelineSettings settings(Map<String, String> texts) {
		try {
			PipelineSettings read = text.read("what was set the last time", texts.getOrDefault(CONFIGURATION, ""),
					first().withTarget(target(texts)));
			Set<String> included = Set.of(texts.getOrDefault(INCLUDED, "").split(" "));
			return new PipelineSettings(
					steps.stream().map(StepDescription::name).filter(included::contains)
							.collect(Collectors.toCollection(LinkedHashSet::new)),
					read.given(), read.scanGiven(), read.results(), read.target(), read.group());
		} catch (InvalidDataException | IllegalArgumentException e) {
			LOG.warn("the parameters of the last time cannot be used: {}", e.getMessage(), e);
			return first();
		}
	}

	private static Target target(Map<String, String> texts) {
		Target.Kind kind = Target.Kind.valueOf(texts.getOrDefault(TARGET, Target.Kind.AUTOMATIC.name()));
		Optional<Path> file = Optional.of(texts.getOrDefault(FILE, "")).filter(name -> !name.isEmpty()).map(Path::of);
		return new Target(kind, file, Boolean.parseBoolean(texts.get(OVERWRITE)));
	}
}
