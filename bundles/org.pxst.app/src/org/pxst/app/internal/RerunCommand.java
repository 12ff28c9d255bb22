// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst rerun}. */
@Command(name = "rerun", description = {
		"Runs again what a result was made with: all steps that are recorded in it, in their order, with the same parameters.",
		"The new results go to a file of their own, and are compared with the old ones." })
final class RerunCommand implements Callable<Integer> {
	private final StepCatalogue catalogue;
	private final StepRun run;
	private final Hdf5Viewer viewer;
	private final DeviceChoice devices;
	private final Terminal terminal;
	private final String command;

	@Parameters(paramLabel = "FILE", description = "A file with results of pxst, and with the scan or links to it.")
	private Path input;

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "File for the new results (default: NAME_rerun.cxi beside FILE).")
	private Path output;

	@Option(names = "--overwrite", description = "Let them replace a file that is not a result of pxst.")
	private boolean overwrite;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the results inside both files (default: ${DEFAULT-VALUE}).")
	private String group;

	@Mixin
	private DeviceOptions device;

	@Option(names = "--progress", paramLabel = "auto|bar|plain|none", defaultValue = "auto",
			description = "How progress is shown (default: ${DEFAULT-VALUE}, in place on a terminal, else plain lines).")
	private Progress.Mode progress;

	RerunCommand(StepCatalogue catalogue, StepRun run, Hdf5Viewer viewer, DeviceChoice devices, Terminal terminal,
			String command) {
		this.catalogue = catalogue;
		this.run = run;
		this.viewer = viewer;
		this.devices = devices;
		this.terminal = terminal;
		this.command = command;
	}

	@Override
	public Integer call() {
		InputFile.existing(input);
		List<ProcessRecord> records = records();
		Path target = output == null ? beside() : output;
		PipelineRequest request = new PipelineRequest(input, CxiOptions.defaults(), records.stream().map(this::step).toList(), group,
				Target.file(target, overwrite), devices.of(device), Optional.of(command));
		int outcome = run.run(request, index -> "pxst: " + records.get(index).number() + " of " + records.size() + ": "
				+ records.get(index).step(), progress);
		if (outcome == ExitCode.OK)
			new ResultComparison(viewer, group, 0).compare(input, target).lines().forEach(terminal.out()::println);
		return outcome;
	}

	private Path beside() {
		String name = input.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return input.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + "_rerun.cxi");
	}

	private List<ProcessRecord> records() {
		try (Hdf5View view = viewer.open(input)) {
			List<ProcessRecord> records = ProcessRecord.of(view, group);
			if (records.isEmpty())
				throw new InvalidDataException(input + ": nothing that was run is recorded in " + group
						+ "; results of this version of pxst have such a record");
			return records;
		}
	}

	private PipelineStep step(ProcessRecord record) {
		StepDescription step = catalogue.step(record.step()).orElseThrow(() -> new InvalidDataException(
				input + ": " + group + "/" + record.group() + " was made by " + record.step() + ", which this version does not have"));
		ConfigFile config = ConfigFile.parse(input + ": " + group + "/" + record.group() + "/configuration", record.configuration());
		return new PipelineStep(step, config.given(step, catalogue));
	}
}
