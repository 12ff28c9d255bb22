// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.StepDescription;

/**
 * Messages of steps, which say what to do on the command line, for people at a window: steps are named without the command,
 * and parameters as forms label them. Whatever is neither stays as it is.
 *
 * @param steps all steps
 */
public record WindowMessage(List<StepDescription> steps) {
	private static final Pattern COMMAND = Pattern.compile("\\bpxst ([a-z_]++)(?! -)");
	private static final Pattern OPTION = Pattern.compile("(give )?(?<!\\S)--(no-)?([a-z][a-z0-9-]*[a-z0-9])( VALUE| PATH of| PATH)?");

	/** The message in the words of windows. */
	public String of(String message) {
		String plain = COMMAND.matcher(message).replaceAll(found -> isStep(found.group(1)) ? found.group(1)
				: Matcher.quoteReplacement(found.group()));
		return OPTION.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(option(found)));
	}

	private boolean isStep(String name) {
		return steps.stream().anyMatch(step -> step.name().equals(name));
	}

	private String option(MatchResult found) {
		Optional<ParameterDescription> parameter = parameter(found.group(3).replace('-', '_'));
		if (parameter.isEmpty())
			return found.group();
		String label = '"' + parameter.get().label() + '"';
		boolean off = found.group(2) != null;
		if (parameter.get().type() != ParameterType.FLAG)
			return off ? found.group() : (found.group(1) == null ? "" : found.group(1)) + label;
		if (found.group(1) == null)
			return off ? found.group() : label;
		return (off ? "switch off " : "switch on ") + label;
	}

	/** The parameter that goes by a name in all steps that have one; empty when they call it differently. */
	private Optional<ParameterDescription> parameter(String name) {
		List<ParameterDescription> all = steps.stream().flatMap(step -> step.parameters().stream()).filter(p -> p.name().equals(name)).toList();
		return all.stream().findFirst()
				.filter(first -> all.stream().allMatch(p -> p.label().equals(first.label()) && p.type() == first.type()));
	}
}
