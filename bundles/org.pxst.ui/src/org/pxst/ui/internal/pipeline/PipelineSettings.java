// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.pxst.core.literal.Literal;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;

/**
 * What is set for the steps of a scan. Immutable.
 *
 * @param included  names of the steps that take part
 * @param given     by name of the step and of the parameter; steps without entries have their defaults
 * @param scanGiven by {@link org.pxst.processing.step.ScanParameter} key
 * @param results   by name of the step: absolute path of a group for its results alone
 * @param target    where the results go
 * @param group     absolute path of their group
 */
record PipelineSettings(Set<String> included, Map<String, Map<String, Literal>> given, Map<String, Literal> scanGiven,
		Map<String, String> results, Target target, String group) {
	/** Takes copies that keep the order. */
	PipelineSettings {
		included = Collections.unmodifiableSet(new LinkedHashSet<>(included));
		Map<String, Map<String, Literal>> copies = new LinkedHashMap<>();
		given.forEach((step, values) -> copies.put(step, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
		given = Collections.unmodifiableMap(copies);
		results = Map.copyOf(results);
		scanGiven = Collections.unmodifiableMap(new LinkedHashMap<>(scanGiven));
	}

	Map<String, Literal> given(StepDescription step) {
		return given.getOrDefault(step.name(), Map.of());
	}

	PipelineSettings withIncluded(StepDescription step, boolean takesPart) {
		Set<String> names = new LinkedHashSet<>(included);
		if (takesPart)
			names.add(step.name());
		else
			names.remove(step.name());
		return new PipelineSettings(names, given, scanGiven, results, target, group);
	}

	PipelineSettings withGiven(StepDescription step, Map<String, Literal> values) {
		Map<String, Map<String, Literal>> all = new LinkedHashMap<>(given);
		if (values.isEmpty())
			all.remove(step.name());
		else
			all.put(step.name(), values);
		return new PipelineSettings(included, all, scanGiven, results, target, group);
	}

	PipelineSettings withScanGiven(Map<String, Literal> values) {
		return new PipelineSettings(included, given, values, results, target, group);
	}

	PipelineSettings withTarget(Target other) {
		return new PipelineSettings(included, given, scanGiven, results, other, group);
	}

	PipelineSettings withGroup(String other) {
		return new PipelineSettings(included, given, scanGiven, results, target, other);
	}
}
