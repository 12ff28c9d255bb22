// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepRunner;

import picocli.CommandLine;

/** The commands that run steps one by one, or again. */
@Component(service = StepCommands.class)
public final class StepCommands {
	private final StepCatalogue catalogue;
	private final StepRunner runner;
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Hdf5Viewer viewer;

	/**
	 * @param catalogue the steps
	 * @param runner    runs them
	 * @param loader    opens scans
	 * @param writer    writes results
	 * @param viewer    reads what was run before
	 */
	@Activate
	public StepCommands(@Reference StepCatalogue catalogue, @Reference StepRunner runner, @Reference CxiLoader loader,
			@Reference CxiWriter writer, @Reference Hdf5Viewer viewer) {
		this.catalogue = catalogue;
		this.runner = runner;
		this.loader = loader;
		this.writer = writer;
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
		StepRun run = new StepRun(runner, loader, writer, terminal, record(command));
		DestinationChoice choice = new DestinationChoice(loader, writer, terminal.err()::println);
		StepSettings settings = new StepSettings(catalogue, terminal.err()::println);
		for (StepDescription step : catalogue.steps())
			line.addSubcommand(new CommandLine(new StepCommand(step, settings, run, choice, devices, terminal).spec()));
		line.addSubcommand(new RerunCommand(catalogue, run, loader, writer, viewer, devices, terminal));
		line.addSubcommand(new CompareCommand(viewer, terminal));
		line.addSubcommand(new ReferenceCommand(catalogue, terminal));
	}

	/** What records runs of a command line. */
	StepRecord record(String command) {
		return new StepRecord(viewer, command);
	}
}
