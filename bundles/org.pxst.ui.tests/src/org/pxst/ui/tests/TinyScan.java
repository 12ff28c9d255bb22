// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.simulation.SimulationFiles;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;

/** A simulated scan of 25 frames of 96 x 128 with the results of all steps, made once for all tests. */
final class TinyScan {
	static final int FRAMES = 25;
	static final int ROWS = 96;
	static final int COLUMNS = 128;

	private static final List<String> STEPS = List.of("frame_check", "make_mask", "make_whitefield", "guess_roi",
			"fit_thon_rings", "fit_defocus_registration", "defocus_sweep", "generate_pixel_map", "pixel_map_from_data",
			"calc_error", "calculate_phase", "get_defocus", "zernike", "focus_profile", "split_half_recon",
			"calculate_sample_thickness");

	private final Path folder;
	private Path raw;
	private Path whole;

	/** @param folder where files are kept */
	TinyScan(Path folder) {
		this.folder = folder;
	}

	/** The scan as it was measured. */
	Path raw() {
		if (raw == null) {
			SimulatedScan scan = new Simulator().simulate(SimulationSettings.builder(Size.TINY).build(), new IMonitor.Stub());
			Path file = folder.resolve("raw.cxi");
			service(CxiWriter.class).write(file, "/", SimulationFiles.scanDatasets(scan));
			raw = file;
		}
		return raw;
	}

	/** The scan with all results. */
	Path whole() {
		if (whole == null)
			try {
				Path file = folder.resolve("whole.cxi");
				Files.copy(raw(), file);
				for (String step : STEPS)
					run(step, file);
				whole = file;
			} catch (IOException e) {
				throw new IllegalStateException("the tiny scan cannot be made", e);
			}
		return whole;
	}

	private static void run(String step, Path file) {
		StepRequest request = new StepRequest(service(StepCatalogue.class).step(step).orElseThrow(), file,
				CxiOptions.defaults(), "/speckle_tracking", Map.of(), new ComputeRequest("java", java.util.OptionalLong.empty()));
		StepOutcome outcome = service(StepRunner.class).run(request, new IMonitor.Stub());
		service(CxiWriter.class).addTo(file, "/speckle_tracking", outcome.result().datasets());
	}

	static <S> S service(Class<S> type) {
		BundleContext bundles = FrameworkUtil.getBundle(TinyScan.class).getBundleContext();
		ServiceReference<S> reference = bundles.getServiceReference(type);
		if (reference == null)
			throw new IllegalStateException("no service " + type.getName());
		return bundles.getService(reference);
	}
}
