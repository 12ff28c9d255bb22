// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.simulation.SimulationFiles;
import org.pxst.ui.internal.session.UiThread;
import org.pxst.ui.session.OpenScans;

/** Simulates a scan into a file, with the truth beside it, and opens it. Writes nothing when it is cancelled. */
final class SimulationJob extends Job {
	private static final String BUNDLE = "org.pxst.ui";

	private final Simulation simulation;

	SimulationJob(Simulation simulation) {
		super("Simulating " + simulation.file().getFileName());
		this.simulation = simulation;
	}

	@Override
	protected IStatus run(IProgressMonitor progress) {
		SimulationSettings settings = SimulationSettings.builder(simulation.size()).sample(simulation.sample()).build();
		progress.beginTask(getName(), settings.frames());
		try {
			SimulatedScan scan = new Simulator().simulate(settings, monitor(progress));
			progress.subTask("Writing");
			Files.createDirectories(simulation.file().getParent());
			Service.call(CxiWriter.class, writer -> {
				write(writer, simulation.file(), scan, false);
				write(writer, simulation.truthFile(), scan, true);
			});
			new UiThread().execute(this::open);
			return Status.OK_STATUS;
		} catch (CancelledException e) {
			return new Status(IStatus.CANCEL, BUNDLE, "cancelled; nothing was written", e);
		} catch (PxstException | IOException e) {
			return new Status(IStatus.ERROR, BUNDLE, "The scan cannot be simulated: " + e.getMessage(), e);
		} catch (OutOfMemoryError e) {
			return new Status(IStatus.ERROR, BUNDLE, "There is not enough memory to simulate a scan of this size. Choose a smaller one.", e);
		} finally {
			progress.done();
		}
	}

	private static void write(CxiWriter writer, Path file, SimulatedScan scan, boolean truth) {
		writer.write(file, "/", truth ? SimulationFiles.truthDatasets(scan) : SimulationFiles.scanDatasets(scan));
	}

	private void open() {
		Service.call(OpenScans.class, scans -> scans.open(simulation.file()));
		new RecentScans().add(simulation.file());
	}

	private static IMonitor monitor(IProgressMonitor progress) {
		return new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return progress.isCanceled();
			}

			@Override
			public void worked(int amount) {
				progress.worked(amount);
			}
		};
	}
}
