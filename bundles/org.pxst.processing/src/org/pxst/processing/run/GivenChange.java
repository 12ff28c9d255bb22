// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.None;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Text;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/** Compares what is given for a step with what a run of it was given. */
final class GivenChange {
	/** What stands for a value that is found by itself. */
	private static final String AUTO = "auto";
	/** How long a loop goes on is decided while it runs: these say how it was run, and not what was wanted. */
	static final String RESUME = "resume";
	private static final Set<String> LENGTH = Set.of(RESUME, "iterations");

	private final StepDescription step;
	private final StoredResults results;
	private final ProcessRecord record;
	private final Map<String, Literal> before;

	/**
	 * @param record of the run
	 * @param catalogue knows the step
	 */
	GivenChange(StepDescription step, StoredResults results, ProcessRecord record, StepCatalogue catalogue) {
		this.step = step;
		this.results = results;
		this.record = record;
		Map<String, Literal> given = new LinkedHashMap<>();
		ConfigFile.parse(record.group(), record.configuration()).given(step, catalogue)
				.forEach((name, value) -> given.put(name, value.value()));
		before = named(step, given);
	}

	/** What the run was given. */
	Map<String, Literal> before() {
		return before;
	}

	/** Values under the names of the declarations, without those that say nothing. */
	static Map<String, Literal> named(StepDescription step, Map<String, Literal> given) {
		Map<String, Literal> named = new LinkedHashMap<>();
		given.forEach((name, value) -> {
			Optional<String> own = step.parameter(name).map(ParameterDescription::name);
			boolean isAuto = value instanceof Text text && text.value().equals(AUTO)
					&& step.parameter(name).filter(p -> p.choices().contains(AUTO)).isEmpty();
			if (!isAuto && !step.obsolete().containsKey(name))
				named.put(own.or(() -> ScanParameter.called(name).map(ScanParameter::key)).orElse(name), value);
		});
		return named;
	}

	/** What was changed, in words that say to what. */
	List<String> to(Map<String, Literal> now) {
		Set<String> names = new LinkedHashSet<>(now.keySet());
		names.addAll(before.keySet());
		List<String> changes = new ArrayList<>();
		for (String name : names) {
			if (step.parameter(RESUME).isPresent() && LENGTH.contains(name))
				continue;
			if (!value(name, now).equals(valueBefore(name)))
				changes.add(name + (now.containsKey(name) ? " was changed to " + shown(now.get(name)) + " since"
						: " was changed back to its default since"));
		}
		return changes;
	}

	private String valueBefore(String name) {
		if (before.containsKey(name))
			return value(name, before);
		String used = record.parameters().get(name);
		return used == null ? "" : normal(name, literal(used));
	}

	private String value(String name, Map<String, Literal> given) {
		if (given.containsKey(name))
			return normal(name, given.get(name));
		return step.parameter(name).map(parameter -> results.source(name, parameter.path())
				.orElseGet(() -> parameter.defaultValue().map(parameter::literal).orElse(new None()).text())).orElse("");
	}

	/** The same text for the same value, however it is written. */
	private String normal(String name, Literal value) {
		if (value instanceof Text text && text.value().startsWith("/"))
			return text.value();
		Optional<ParameterDescription> parameter = step.parameter(name).filter(p -> !(value instanceof None));
		try {
			if (parameter.isPresent() && parameter.get().type().isLiteral())
				return parameter.get().literal(parameter.get().value(value)).text();
		} catch (InvalidDataException e) {
			// a value that the step would refuse is another one than any that it was run with
			return value.text();
		}
		return value instanceof NumberLiteral number ? String.valueOf(number.asDouble()) : value.text();
	}

	private static Literal literal(String text) {
		try {
			return Literal.parse(text);
		} catch (LiteralSyntaxException e) {
			return new Text(text);
		}
	}

	private static String shown(Literal value) {
		return value instanceof Text text ? text.value() : value.text();
	}
}
