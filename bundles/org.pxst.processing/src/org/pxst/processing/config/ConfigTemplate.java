// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.StepDescription;

/** Writes configuration files. */
public final class ConfigTemplate {
	private ConfigTemplate() {
	}

	/**
	 * A configuration file with all parameters of a step, each with its default, what it is, and its range.
	 *
	 * @param step the step
	 * @return lines, each ended
	 */
	public static String commented(StepDescription step) {
		StringBuilder text = new StringBuilder("# ").append(step.summary()).append('\n');
		section(text, step.name(), step.parameters().stream().filter(p -> !p.advanced()).toList());
		List<ParameterDescription> advanced = step.parameters().stream().filter(ParameterDescription::advanced).toList();
		if (!advanced.isEmpty())
			section(text.append('\n'), step.name() + "-advanced", advanced);
		return text.toString();
	}

	private static void section(StringBuilder text, String name, List<ParameterDescription> parameters) {
		text.append('[').append(name).append("]\n");
		for (ParameterDescription parameter : parameters)
			text.append(parameter.name()).append(" = ").append(parameter.defaultText()).append(" ;").append(comment(parameter))
					.append('\n');
	}

	private static String comment(ParameterDescription parameter) {
		List<String> parts = new ArrayList<>(List.of(parameter.description().replace(';', ',')));
		if (!parameter.unit().isEmpty())
			parts.add("in " + parameter.unit());
		if (!parameter.range().isEmpty())
			parts.add(parameter.range());
		if (!parameter.choices().isEmpty())
			parts.add("one of " + String.join(", ", parameter.choices()));
		return String.join(", ", parts);
	}

	/**
	 * A configuration file with these values and nothing else; {@link ConfigFile#parse} makes the same of it.
	 *
	 * @param step   name of the step
	 * @param values by key
	 * @return lines, each ended
	 */
	public static String of(String step, Map<String, Literal> values) {
		StringBuilder text = new StringBuilder("[").append(step).append("]\n");
		values.forEach((key, value) -> text.append(key).append(" = ").append(written(value)).append('\n'));
		return text.toString();
	}

	/** In quotes, so that nothing in it is taken for a comment. */
	private static String written(Literal value) {
		return value.text().replace("%", "%%");
	}
}
