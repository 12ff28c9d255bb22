// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.run.PipelineFile;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.StepCatalogue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pxst run}. */
@Command(name = "run", description = { "Runs all steps of a configuration file, in the order of its sections.",
		"What each step finds is written before the next begins. When one fails or is stopped, what those before it found stays.",
		"With --output, later steps read from FILE what it has already and no step of the configuration file finds." })
final class RunCommand implements Callable<Integer> {
	private final StepCatalogue catalogue;
	private final StepSettings settings;
	private final StepRun run;
	private final DeviceChoice devices;
	private final String command;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "FILE", description = "The scan, with what earlier steps found.")
	private Path input;

	@Option(names = { "-c", "--config" }, paramLabel = "INI", required = true, description = "The steps: sections [step] and "
			+ "[step-advanced], lines key = value ;comment.")
	private Path config;

	@Option(names = "--from", paramLabel = "STEP", description = "Begin with this step of the file (default: its first).")
	private String from;

	@Option(names = "--to", paramLabel = "STEP", description = "End with this step of the file (default: its last).")
	private String to;

	@Option(names = "--set", paramLabel = "STEP.KEY=VALUE", description = "A parameter of a step, instead of what the file says. Can be "
			+ "given many times.")
	private List<String> assignments = new ArrayList<>();

	@Mixin
	private ResultOptions results;

	@Mixin
	private DeviceOptions device;

	RunCommand(StepCatalogue catalogue, StepSettings settings, StepRun run, DeviceChoice devices, String command) {
		this.catalogue = catalogue;
		this.settings = settings;
		this.run = run;
		this.devices = devices;
		this.command = command;
	}

	@Override
	public Integer call() {
		results.check(spec.commandLine());
		InputFile.existing(input);
		List<PipelineStep> all = PipelineFile.steps(ConfigFile.read(config), catalogue);
		assignments.forEach(assignment -> checkAssignment(assignment, all));
		List<PipelineStep> steps = chosen(all).stream().map(step -> settings.with(step, assignments)).toList();
		PipelineRequest request = new PipelineRequest(input, CxiOptions.defaults(), steps, results.group(),
				results.target(Optional.empty()), ComputeRequest.automatic(), Optional.of(command));
		run.check(request);
		return run.run(request.on(devices.of(device)), index -> "pxst: " + (index + 1) + " of " + steps.size() + ": "
				+ steps.get(index).step().name(), results.progress());
	}

	private List<PipelineStep> chosen(List<PipelineStep> all) {
		if (all.isEmpty())
			throw new InvalidDataException(config + ": there is no step in this file; a section [make_mask], for example, makes one");
		int first = from == null ? 0 : place("--from", from, all);
		int last = to == null ? all.size() - 1 : place("--to", to, all);
		if (first > last)
			throw new InvalidDataException("--from " + from + " --to " + to + ": " + config + " has " + to + " before " + from
					+ "; nothing would be run");
		return all.subList(first, last + 1);
	}

	private int place(String option, String name, List<PipelineStep> all) {
		for (int k = 0; k < all.size(); k++)
			if (all.get(k).step().isCalled(name))
				return k;
		throw new InvalidDataException(option + " " + name + ": " + config + " has no section [" + name + "]");
	}

	private void checkAssignment(String assignment, List<PipelineStep> all) {
		int dot = assignment.split("=", 2)[0].indexOf('.');
		if (dot < 1)
			throw new InvalidDataException("--set " + assignment + ": this is not STEP.KEY=VALUE, such as "
					+ all.get(0).step().name() + ".roi=[0,100,0,100]");
		place("--set " + assignment + ":", assignment.substring(0, dot).strip(), all);
	}
}
