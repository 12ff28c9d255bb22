// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.stream.Collectors;

import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.StepDescription;

/**
 * The page of help on a step, made from its declaration.
 *
 * @param step the step
 */
record StepPage(StepDescription step) {
	/** The page, in the Markdown that {@link HelpText} reads. */
	String markdown() {
		StringBuilder page = new StringBuilder("# ").append(step.name()).append("\n\n").append(step.summary());
		if (!step.description().isEmpty())
			page.append(' ').append(step.description());
		if (!step.source().isEmpty())
			page.append(" (").append(step.source()).append(')');
		page.append("\n\nIn the workbench: **Process > ").append(step.group().title()).append("**. On the command line:\n\n```\npxst ")
				.append(step.name()).append(" scan.cxi\n```\n");
		parameters(page, "Parameters", false);
		parameters(page, "Advanced parameters", true);
		page.append("\n## What it writes\n\n");
		for (OutputDescription output : step.outputs())
			page.append("- `").append(output.path()).append('`')
					.append(output.shape().isEmpty() ? "" : " (" + output.shape() + ")")
					.append(": ").append(oneLine(output.description()))
					.append(output.unit().isEmpty() ? "" : ", in " + output.unit())
					.append(output.optional() ? "; not always" : "").append('\n');
		return page.append("\nPaths are relative to `/speckle_tracking`. What all steps have in common: [steps and their parameters](../steps.md).\n")
				.toString();
	}

	private void parameters(StringBuilder page, String title, boolean advanced) {
		String items = step.parameters().stream().filter(parameter -> parameter.advanced() == advanced).map(StepPage::item)
				.collect(Collectors.joining());
		if (!items.isEmpty())
			page.append("\n## ").append(title).append("\n\n").append(items);
	}

	private static String item(ParameterDescription parameter) {
		String kind = parameter.choices().isEmpty() ? parameter.type().meaning() : "one of " + String.join(", ", parameter.choices());
		return "- **" + parameter.label() + "** (`" + parameter.name() + "`, " + kind
				+ (parameter.unit().isEmpty() ? "" : " in " + parameter.unit()) + "): " + oneLine(parameter.description())
				+ (parameter.range().isEmpty() ? "" : ", " + parameter.range()) + ". " + source(parameter) + "\n";
	}

	private static String source(ParameterDescription parameter) {
		String from = parameter.path().isEmpty() ? "" : "From `" + parameter.path() + "`";
		if (parameter.required())
			return from.isEmpty() ? "Required." : from + ", required.";
		if (parameter.defaultValue().isEmpty())
			return from.isEmpty() ? "" : from + " where that is there.";
		return (from.isEmpty() ? "" : from + " where that is there. ") + "Default: `" + parameter.defaultText() + "`.";
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}
}
