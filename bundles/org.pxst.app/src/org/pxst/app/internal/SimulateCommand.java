// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.pxst.core.InvalidDataException;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.processing.run.OutputPlace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst simulate}. */
@Command(name = "simulate", description = "Simulates a scan by wave optics, with the truth beside it.")
final class SimulateCommand implements Callable<Integer> {
	private final SimulationRun run;

	@Parameters(index = "0", paramLabel = "OUT.cxi", description = "The simulated scan.")
	private Path scanFile;

	@Parameters(index = "1", paramLabel = "TRUTH.h5", description = "What a perfect reconstruction would find.")
	private Path truthFile;

	@Option(names = "--size", paramLabel = "tiny|small|paper", defaultValue = "small",
			description = "25 frames of 96 x 128, 49 of 256 x 256, or 121 of 516 x 1556 (default: ${DEFAULT-VALUE}).")
	private Size size;

	@Mixin
	private SimulationOptions options;

	@Option(names = "--overwrite", description = "Replace files that exist.")
	private boolean overwrite;

	SimulateCommand(SimulationRun run) {
		this.run = run;
	}

	@Override
	public Integer call() {
		if (sameFile())
			throw new InvalidDataException(truthFile + ": scan and truth must be two files");
		for (Path file : List.of(scanFile, truthFile)) {
			if (!overwrite && Files.exists(file))
				throw new InvalidDataException(file + ": exists; name another file, or give --overwrite to replace it");
			OutputPlace.creatable(file);
		}
		run.run(options.settings(size), scanFile, truthFile);
		return ExitCode.OK;
	}

	private boolean sameFile() {
		try {
			return scanFile.toAbsolutePath().normalize().equals(truthFile.toAbsolutePath().normalize())
					|| Files.exists(scanFile) && Files.exists(truthFile) && Files.isSameFile(scanFile, truthFile);
		} catch (IOException e) {
			throw new InvalidDataException(scanFile + ": cannot be compared with " + truthFile + " (" + e.getMessage() + ")", e);
		}
	}
}
