// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The reference page of all commands, made from their declarations.
 *
 * @param catalogue the steps
 */
record ReferencePage(StepCatalogue catalogue) {
	/** The page, in Markdown. */
	String of(CommandSpec root) {
		StringBuilder page = new StringBuilder("# Commands and parameters\n\n"
				+ "Made by `pxst reference` from the declarations of the commands; not to be edited.\n\n");
		page.append("| command | |\n| --- | --- |\n");
		for (CommandSpec command : commands(root))
			page.append("| [").append(command.name()).append("](#").append(command.name()).append(") | ")
					.append(cell(summary(command))).append(" |\n");
		page.append('\n').append(common());
		for (StepGroup group : StepGroup.values()) {
			page.append("\n# ").append(group.title()).append('\n');
			catalogue.steps().stream().filter(step -> step.group() == group).forEach(step -> page.append(step(step)));
		}
		page.append("\n# Other commands\n");
		for (CommandSpec command : commands(root))
			if (catalogue.step(command.name()).isEmpty())
				page.append(other(command));
		return page.toString();
	}

	private static List<CommandSpec> commands(CommandSpec root) {
		Map<String, CommandSpec> commands = new LinkedHashMap<>();
		for (CommandLine sub : root.subcommands().values())
			commands.put(sub.getCommandName(), sub.getCommandSpec());
		return List.copyOf(commands.values());
	}

	private static String summary(CommandSpec command) {
		String[] lines = command.usageMessage().description();
		return lines.length == 0 ? "" : lines[0];
	}

	private static String common() {
		StringBuilder text = new StringBuilder("Steps run as `pxst STEP FILE`. A parameter is given as option (`--search-window 10,10`), with "
				+ "`--set search_window=10,10`, or in a configuration file (`-c FILE.ini`, or `STEP.ini` beside the scan):\n\n"
				+ "```\n[update_pixel_map]\nsearch_window = [10, 10] ;comment\nroi = /speckle_tracking/roi ;from a data set of the scan's file\n"
				+ "mask = other.h5/mask ;or of another one\n```\n\n"
				+ "Options come before `--set`, and that before the file. What nobody gives is read from the result of an earlier step "
				+ "where the column *from* names a data set (relative to the group of the results) that is there, and else has its default. "
				+ "`None` is no value. `pxst STEP --write-config` prints a configuration file. All steps have these parameters, too:\n\n"
				+ "| parameter | |\n| --- | --- |\n");
		for (ScanParameter parameter : ScanParameter.values())
			text.append("| `").append(parameter.key()).append("` | ").append(cell(parameter.description())).append(" |\n");
		return text.append("| `").append(ScanParameter.DISTANCE_FROM)
				.append("` | where the detector's distance is counted from: focus or sample |\n").toString();
	}

	private static String step(StepDescription step) {
		StringBuilder text = new StringBuilder("\n## ").append(step.name()).append("\n\n").append(step.summary());
		if (!step.description().isEmpty())
			text.append(' ').append(step.description());
		if (!step.source().isEmpty())
			text.append(" (").append(step.source()).append(")");
		text.append("\n\n");
		if (!step.parameters().isEmpty()) {
			text.append("| parameter | type | unit | default | from | |\n| --- | --- | --- | --- | --- | --- |\n");
			step.parameters().forEach(parameter -> text.append(row(parameter)));
			text.append('\n');
		}
		text.append("| writes | shape | unit | |\n| --- | --- | --- | --- |\n");
		for (OutputDescription output : step.outputs())
			text.append("| `").append(output.path()).append("` | ").append(output.shape()).append(" | ").append(output.unit())
					.append(" | ").append(cell(output.description())).append(output.optional() ? " (not always)" : "").append(" |\n");
		if (!step.obsolete().isEmpty())
			text.append("\nWithout effect: ").append(step.obsolete().entrySet().stream()
					.map(e -> "`" + e.getKey() + "` (" + e.getValue() + ")").collect(Collectors.joining(", "))).append(".\n");
		return text.toString();
	}

	private static String row(ParameterDescription parameter) {
		List<String> names = new ArrayList<>(List.of(parameter.name()));
		names.addAll(parameter.aliases());
		String type = parameter.choices().isEmpty() ? parameter.type().meaning() : String.join(", ", parameter.choices());
		String value = parameter.defaultValue().isPresent() ? "`" + parameter.defaultText() + "`"
				: parameter.required() && parameter.path().isEmpty() ? "required" : "";
		String from = parameter.path().isEmpty() ? ""
				: "`" + parameter.path() + "`" + (parameter.required() ? ", required" : "");
		String range = parameter.range().isEmpty() ? "" : ", " + parameter.range();
		return "| " + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")) + " | " + cell(type) + " | "
				+ parameter.unit() + " | " + cell(value) + " | " + from + " | " + cell(parameter.description() + range) + " |\n";
	}

	private static String other(CommandSpec command) {
		StringBuilder text = new StringBuilder("\n## ").append(command.name()).append("\n\n")
				.append(String.join(" ", plain(command.usageMessage().description()))).append("\n\n");
		text.append("| option | |\n| --- | --- |\n");
		for (PositionalParamSpec positional : command.positionalParameters())
			text.append(row(positional.paramLabel(), positional));
		for (OptionSpec option : command.options())
			if (!option.inherited() && !option.hidden() && !option.usageHelp() && !option.versionHelp())
				text.append(row(String.join(", ", option.names()) + label(option), option));
		return text.toString();
	}

	private static String label(OptionSpec option) {
		return Optional.ofNullable(option.paramLabel()).filter(label -> option.arity().max() > 0).map(label -> " " + label).orElse("");
	}

	private static String row(String name, ArgSpec argument) {
		return "| `" + name + "` | " + cell(String.join(" ", plain(argument.description()))) + " |\n";
	}

	/** With the defaults in their places. */
	private static String[] plain(String[] rendered) {
		return Arrays.stream(rendered).map(line -> line.replace("%n", " ").replace("%%", "%")).toArray(String[]::new);
	}

	/** Without what ends a cell of a table. */
	private static String cell(String text) {
		return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
	}
}
