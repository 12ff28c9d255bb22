// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.config.ConfigTemplate;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepDescription;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A command that runs a step. Its options and its help come from the step's declarations. */
final class StepCommand implements Callable<Integer> {
	private final StepDescription step;
	private final StepSettings settings;
	private final StepRun run;
	private final DeviceChoice devices;
	private final Terminal terminal;
	private final String command;
	private final StepOptions options = new StepOptions();
	private final DeviceOptions device = new DeviceOptions();
	private CommandSpec spec;

	StepCommand(StepDescription step, StepSettings settings, StepRun run, DeviceChoice devices, Terminal terminal, String command) {
		this.step = step;
		this.settings = settings;
		this.run = run;
		this.devices = devices;
		this.terminal = terminal;
		this.command = command;
	}

	/** The command as picocli wants it. */
	CommandSpec spec() {
		spec = CommandSpec.wrapWithoutInspection(this).name(step.name());
		spec.usageMessage().sortOptions(false).description(step.summary(), step.description().isEmpty() ? "" : step.description());
		for (ParameterDescription parameter : step.parameters())
			spec.addOption(option(parameter));
		spec.addMixin("step", CommandSpec.forAnnotatedObject(options));
		for (ScanParameter parameter : ScanParameter.values())
			if (step.parameter(parameter.key()).isEmpty())
				spec.addOption(OptionSpec.builder(option(parameter.key())).type(String.class)
						.paramLabel(parameter.isNumber() ? "VALUE|PATH" : "PATH")
						.description("Scan: " + parameter.description() + " (default: found in the file).").build());
		spec.addOption(OptionSpec.builder(option(ScanParameter.DISTANCE_FROM)).type(String.class).paramLabel("focus|sample")
				.description("Scan: where the detector's distance is counted from (default: focus).").build());
		spec.addMixin("device", CommandSpec.forAnnotatedObject(device));
		return spec;
	}

	private static String option(String key) {
		return "--" + key.replace('_', '-');
	}

	private static OptionSpec option(ParameterDescription parameter) {
		OptionSpec.Builder option = OptionSpec.builder(parameter.option()).description(describe(parameter));
		if (parameter.type() == ParameterType.FLAG)
			// the value is what is said, whatever the default is
			return option.type(Boolean.class).arity("0").negatable(true).fallbackValue("true").build();
		return option.type(String.class).paramLabel(label(parameter)).build();
	}

	private static String label(ParameterDescription parameter) {
		if (!parameter.choices().isEmpty())
			return String.join("|", parameter.choices());
		return switch (parameter.type()) {
		case REAL -> "X";
		case INTEGER -> "N";
		case TEXT -> "TEXT";
		case REALS -> "X,X,...";
		case INTEGERS -> "N,N,...";
		case WINDOW -> "PX|SS,FS";
		case ROI -> "SS0,SS1,FS0,FS1";
		default -> "PATH";
		};
	}

	/** One sentence: what it is, unit, range, default. */
	private static String describe(ParameterDescription parameter) {
		StringBuilder text = new StringBuilder(parameter.description());
		if (!parameter.unit().isEmpty())
			text.append(", in ").append(parameter.unit());
		if (!parameter.range().isEmpty())
			text.append(", ").append(parameter.range());
		return text.append(" (").append(defaultOf(parameter)).append(").").toString().replace("%", "%%");
	}

	private static String defaultOf(ParameterDescription parameter) {
		String value = parameter.defaultValue().isPresent() ? "default: " + parameter.defaultText() : "";
		String path = parameter.path().isEmpty() ? "" : "from " + parameter.path() + ", if it is there";
		if (parameter.required() && value.isEmpty())
			return path.isEmpty() ? "required" : "default: from " + parameter.path()
					+ (parameter.from().isEmpty() ? "" : ", which " + parameter.from() + " makes");
		if (value.isEmpty())
			return path.isEmpty() ? "default: none" : "default: " + path;
		return path.isEmpty() ? value : value + ", or " + path;
	}

	@Override
	public Integer call() {
		if (options.writesConfig()) {
			terminal.out().print(ConfigTemplate.commented(step));
			return ExitCode.OK;
		}
		Path input = options.input().orElseThrow(() -> new ParameterException(spec.commandLine(),
				"Missing required parameter: 'FILE'"));
		options.results().check(spec.commandLine());
		InputFile.existing(input);
		StepSettings.Chosen chosen = settings.of(step, input, options, typed());
		PipelineRequest request = new PipelineRequest(input, CxiOptions.defaults(),
				List.of(new PipelineStep(step, chosen.given(), chosen.group())), options.results().group(),
				options.results().target(chosen.output()), ComputeRequest.automatic(), Optional.of(command));
		run.check(request);
		return run.run(request.on(devices.of(device)), options.results().progress());
	}

	/** What was given with options, by the parameter's name. */
	private Map<String, GivenValue> typed() {
		Map<String, GivenValue> typed = new LinkedHashMap<>();
		for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
			String key = option.longestName().substring(2).replace('-', '_');
			boolean isOfScan = ScanParameter.called(key).isPresent() || key.equals(ScanParameter.DISTANCE_FROM);
			if (step.parameter(key).isPresent() || isOfScan)
				typed.put(key, new GivenValue(StepSettings.literal(shown(option)), option.longestName()));
		}
		return typed;
	}

	private static String shown(OptionSpec option) {
		Object value = option.getValue();
		if (value == null)
			throw new InvalidDataException(option.longestName() + ": no value");
		return value instanceof Boolean flag ? flag ? "True" : "False" : value.toString();
	}
}
