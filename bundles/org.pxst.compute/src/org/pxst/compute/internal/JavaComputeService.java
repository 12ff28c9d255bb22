// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Component;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.scan.FrameSource;

/** The back end in Java: no device, all cores, the reference for the others. */
@Component(service = ComputeService.class)
public final class JavaComputeService implements ComputeService {
	@Override
	public String name() {
		return "Java, " + Runtime.getRuntime().availableProcessors() + " threads";
	}

	@Override
	public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
		HeapRoom.require((double) goodFrames.length * frames.rows() * frames.columns() * Float.BYTES,
				goodFrames.length + " frames of " + frames.rows() + " x " + frames.columns() + " pixels", "use fewer of them");
		return new JavaComputeScan(LoadedFrames.load(frames, goodFrames, monitor));
	}
}
