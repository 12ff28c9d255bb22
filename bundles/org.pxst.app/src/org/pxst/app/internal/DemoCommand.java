// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.core.InvalidDataException;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.run.Destination;
import org.pxst.processing.run.OutputPlace;
import org.pxst.processing.score.Score;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pxst demo}. */
@Command(name = "demo", description = "Simulates a scan, reconstructs it, and compares the result with the truth.")
final class DemoCommand implements Callable<Integer> {
	private final SimulationRun simulation;
	private final ReconstructionRun reconstruction;
	private final CxiWriter writer;
	private final DeviceChoice devices;
	private final Terminal terminal;

	@Option(names = "--directory", paramLabel = "DIR", defaultValue = "pxst-demo",
			description = "Where scan, truth, result and images go (default: ./${DEFAULT-VALUE}). Files of an earlier demo are replaced.")
	private Path directory;

	@Option(names = "--size", paramLabel = "tiny|small", defaultValue = "small",
			description = "25 frames of 96 x 128, or 49 of 256 x 256 (default: ${DEFAULT-VALUE}).")
	private Size size;

	@Mixin
	private SimulationOptions options;

	@Mixin
	private DeviceOptions device;

	DemoCommand(SimulationRun simulation, ReconstructionRun reconstruction, CxiWriter writer, DeviceChoice devices,
			Terminal terminal) {
		this.simulation = simulation;
		this.reconstruction = reconstruction;
		this.writer = writer;
		this.devices = devices;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		ReconstructionSettings settings = ReconstructionSettings.defaults().on(devices.of(device));
		try {
			Files.createDirectories(directory);
		} catch (IOException e) {
			throw new InvalidDataException(directory + ": this directory cannot be made (" + e.getClass().getSimpleName()
					+ "); choose another with --directory", e);
		}
		Path scanFile = directory.resolve("demo.cxi");
		Destination result = Destination.replacing(directory.resolve("demo_result.cxi"), writer);
		OutputPlace.creatable(scanFile);
		SimulatedScan scan = simulation.run(options.settings(size), scanFile, directory.resolve("demo_truth.h5"));
		ReconstructionResult found = reconstruction.run(new ReconstructionRun.Job(scanFile, CxiOptions.defaults(), CxiFile::goodFrames,
				settings, result, "/speckle_tracking", Optional.of(directory.resolve("images")),
				Progress.Mode.AUTO));
		terminal.out().println();
		terminal.out().println("compared with the truth:");
		Score.of(found, scan.truth()).lines().forEach(terminal.out()::println);
		return found.cancelled() ? ExitCode.INTERRUPTED : ExitCode.OK;
	}
}
