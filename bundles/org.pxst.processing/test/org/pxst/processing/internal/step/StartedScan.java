// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;

/** A scan with what the initialisation steps have written, for as many files as are wanted. */
final class StartedScan {
	private final Scan scan;
	private final List<CxiDataset> written;

	/** Runs the initialisation steps. */
	StartedScan(Scan scan, Roi roi) {
		this.scan = scan;
		FakeContext file = new FakeContext(scan);
		file.run(FrameCheckStep.class, Map.of());
		file.run(MakeMaskStep.class, Map.of());
		file.run(MakeWhitefieldStep.class, Map.of());
		file.put(CxiDataset.of("roi", new long[] { roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1() }, "pixel", 4));
		file.run(FitDefocusRegistrationStep.class, Map.of());
		file.run(GeneratePixelMapStep.class, Map.of());
		written = file.written();
	}

	/** A simulated scan whose frame 0 is blank. */
	static StartedScan tiny() {
		return new StartedScan(
				new Simulator().simulate(SimulationSettings.builder(Size.TINY).build(), new IMonitor.Stub()).scan(),
				new Roi(2, 94, 6, 124));
	}

	/** A file of its own. */
	FakeContext file() {
		return file(new IMonitor.Stub());
	}

	/** A file of its own whose steps can be cancelled. */
	FakeContext file(IMonitor monitor) {
		FakeContext file = new FakeContext(scan, monitor);
		written.forEach(file::put);
		return file;
	}
}
