// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;

/** Runs the steps of the paper's figure 2 one after the other. */
@Component(service = Reconstructor.class)
public final class DefaultReconstructor implements Reconstructor {
	private final ComputeDevices devices;

	/** @param devices to choose from */
	@Activate
	public DefaultReconstructor(@Reference ComputeDevices devices) {
		this.devices = devices;
	}

	@Override
	public ReconstructionResult reconstruct(Scan scan, int[] goodFrames, ReconstructionSettings settings,
			ReconstructionListener listener, IMonitor monitor) {
		ComputeService compute = devices.service(settings.compute());
		listener.stepDone("compute_on", compute.name());
		try {
			Reconstruction reconstruction = new Reconstruction(scan, settings, LoopGuide.AUTOMATIC, listener, monitor);
			reconstruction.checkCount(goodFrames.length);
			try (ComputeScan frames = compute.open(scan.frames(), goodFrames, monitor)) {
				return reconstruction.of(frames, compute.name());
			}
		} catch (InvalidDataException e) {
			String message = e.getMessage();
			throw message.startsWith(scan.name()) ? e : new InvalidDataException(scan.name() + ": " + message, e);
		}
	}
}
