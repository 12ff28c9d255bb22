// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.PxstException;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.session.OpenScan;

/**
 * The mask that make_mask finds; nothing is written.
 *
 * @param steps   all steps
 * @param runner  runs one
 * @param devices to compute on
 */
record AutomaticMask(StepCatalogue steps, StepRunner runner, ComputeDevices devices) {
	private static final String STEP = "make_mask";

	/**
	 * Finds it. Takes seconds; for background threads.
	 *
	 * @param file the scan
	 * @throws org.pxst.core.InvalidDataException when the scan has too few frames or cannot be read
	 * @throws org.pxst.core.CancelledException   when the monitor asks for it
	 */
	Mask find(Path file, IMonitor monitor) {
		StepDescription step = steps.step(STEP).orElseThrow(() -> new PxstException("the step " + STEP + " is not installed"));
		StepOutcome outcome = runner.run(new StepRequest(step, file, CxiOptions.defaults(), OpenScan.RESULTS, Map.of(),
				new ComputeRequest(devices.preferred(), OptionalLong.empty())), monitor);
		CxiDataset mask = outcome.result().datasets().get(0);
		return new Mask(mask.shape()[0], mask.shape()[1], (boolean[]) mask.values());
	}
}
