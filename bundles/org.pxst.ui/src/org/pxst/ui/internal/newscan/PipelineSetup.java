// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pxst.core.literal.Literal;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.ScanPipeline;

/**
 * What a wizard sets in a pipeline. Immutable; its methods are for the UI thread.
 *
 * @param scanGiven what the user knows better about the scan, by key
 * @param given     what is given for steps, by name of the step; what it does not name stays as it is
 * @param steps     names of the steps that take part
 * @param target    where the results go
 * @param group     absolute path of their group
 */
record PipelineSetup(Map<String, Literal> scanGiven, Map<String, Map<String, Literal>> given, Set<String> steps, Target target,
		String group) {
	/**
	 * What the user has chosen.
	 *
	 * @throws org.pxst.core.InvalidDataException when something that is typed is wrong
	 */
	static PipelineSetup of(NewScan scan) {
		Set<String> steps = new TreeSet<>(scan.steps());
		steps.add(NewScan.MAIN_STEP);
		return new PipelineSetup(scan.scanGiven(), Map.of(NewScan.MAIN_STEP, scan.mainGiven()), steps, scan.target(), scan.group());
	}

	/** What is set now. */
	private static PipelineSetup of(ScanPipeline pipeline) {
		Map<String, Map<String, Literal>> given = new LinkedHashMap<>();
		pipeline.steps().forEach(step -> given.put(step.name(), pipeline.given(step)));
		return new PipelineSetup(pipeline.scanGiven(), given,
				pipeline.steps().stream().filter(pipeline::isIncluded).map(StepDescription::name).collect(Collectors.toSet()),
				pipeline.target(), pipeline.group());
	}

	/** The steps that take part, in the order of the pipeline. */
	List<StepDescription> steps(ScanPipeline pipeline) {
		return pipeline.steps().stream().filter(step -> steps.contains(step.name())).toList();
	}

	/** Sets it. */
	void applyTo(ScanPipeline pipeline) {
		pipeline.setScanGiven(scanGiven);
		for (StepDescription step : pipeline.steps()) {
			if (given.containsKey(step.name()))
				pipeline.setGiven(step, given.get(step.name()));
			if (pipeline.isIncluded(step) != steps.contains(step.name()))
				pipeline.setIncluded(step, steps.contains(step.name()));
		}
		pipeline.setTarget(target);
		pipeline.setGroup(group);
	}

	/** What a pipeline says as if it were set so; it is as before afterwards. */
	<T> T ask(ScanPipeline pipeline, Function<ScanPipeline, T> question) {
		PipelineSetup before = of(pipeline);
		try {
			applyTo(pipeline);
			return question.apply(pipeline);
		} finally {
			before.applyTo(pipeline);
		}
	}
}
