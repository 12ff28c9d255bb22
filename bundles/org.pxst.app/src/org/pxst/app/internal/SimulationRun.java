// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;

import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.simulation.SimulationFiles;

/** Simulates a scan into two files. */
final class SimulationRun {
	private final CxiWriter writer;
	private final Terminal terminal;

	SimulationRun(CxiWriter writer, Terminal terminal) {
		this.writer = writer;
		this.terminal = terminal;
	}

	/**
	 * Simulates and writes; a signal ends it before anything is written.
	 *
	 * @param scanFile  the scan
	 * @param truthFile what a perfect reconstruction would find
	 * @throws org.pxst.core.CancelledException after a signal
	 */
	SimulatedScan run(SimulationSettings settings, Path scanFile, Path truthFile) {
		Progress progress = Progress.of(Progress.Mode.AUTO, terminal);
		try (Interruption interruption = new Interruption(() -> progress.message("pxst: interrupted; stopping"),
				progress::subTask)) {
			SimulatedScan scan = new Simulator().simulate(settings, interruption);
			writer.write(scanFile, "/", SimulationFiles.scanDatasets(scan));
			writer.write(truthFile, "/", SimulationFiles.truthDatasets(scan));
			progress.stepDone("simulate", scan.scan().frames().frames() + " frames of " + scan.scan().frames().rows() + " x "
					+ scan.scan().frames().columns() + " in " + scanFile + ", the truth in " + truthFile);
			return scan;
		} finally {
			progress.end();
		}
	}
}
