// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.StepRecord;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

import picocli.CommandLine;

/** The commands that run steps: one by one, several in a row, or again. */
@Component(service = StepCommands.class)
public final class StepCommands {
	private final StepCatalogue catalogue;
	private final PipelineRunner runner;
	private final Hdf5Viewer viewer;

	/**
	 * @param catalogue the steps
	 * @param runner    runs them
	 * @param viewer    reads what was run before
	 */
	@Activate
	public StepCommands(@Reference StepCatalogue catalogue, @Reference PipelineRunner runner,
			@Reference Hdf5Viewer viewer) {
		this.catalogue = catalogue;
		this.runner = runner;
		this.viewer = viewer;
	}

	/**
	 * Adds the commands.
	 *
	 * @param line     the command line
	 * @param terminal where they print
	 * @param devices  what they compute on
	 * @param command  the command line as typed
	 */
	void addTo(CommandLine line, Terminal terminal, DeviceChoice devices, String command) {
		StepRun run = new StepRun(runner, terminal);
		StepSettings settings = new StepSettings(catalogue, terminal.err()::println);
		for (StepDescription step : catalogue.steps())
			line.addSubcommand(new CommandLine(new StepCommand(step, settings, run, devices, terminal, command).spec()));
		line.addSubcommand(new RunCommand(catalogue, settings, run, devices, command));
		line.addSubcommand(new RerunCommand(catalogue, run, viewer, devices, terminal, command));
		line.addSubcommand(new CompareCommand(viewer, terminal));
		line.addSubcommand(new ReferenceCommand(catalogue, terminal));
	}

	/** What records runs. */
	StepRecord record() {
		return new StepRecord(viewer);
	}
}
