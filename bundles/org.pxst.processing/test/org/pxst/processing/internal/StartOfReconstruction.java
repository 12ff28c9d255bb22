// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.processing.Iteration;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.FrameCheck;

/**
 * What the automatic reconstruction knows when its main loop begins, for tests of other packages.
 *
 * @param map pixel map of all pixels, also of those outside the area
 */
public record StartOfReconstruction(int[] goodFrames, Mask mask, Mask area, Roi roi, Image whitefield, double defocusSs,
		double defocusFs, double significance, double distance, double dss, double dfs, PixelMap map, PixelTranslations recorded) {
	private static final ReconstructionListener NOBODY = new ReconstructionListener() {
		@Override
		public void stepDone(String step, String outcome) {
			// nobody listens
		}

		@Override
		public void iterationDone(Iteration iteration) {
			// nobody listens
		}
	};

	/** Prepares a reconstruction as {@link DefaultReconstructor} does. */
	public static StartOfReconstruction of(Scan scan, int[] frames, ReconstructionSettings settings) {
		IMonitor monitor = new IMonitor.Stub();
		try (ComputeScan loaded = new JavaComputeService().open(scan.frames(), frames, monitor)) {
			Mask known = scan.detectorMask().and(loaded.usablePixels());
			int[] good = new FrameCheck().goodFrames(frames, loaded.frameMeans(known));
			loaded.retainFrames(good);
			Preparation start = Preparation.of(scan, loaded, settings, NOBODY, monitor);
			return new StartOfReconstruction(good, start.mask(), start.area(), start.roi(), start.model().whitefield(),
					start.defocus().defocus().ss(), start.defocus().defocus().fs(), start.defocus().significance(),
					start.geometry().distance(), start.geometry().dss(), start.geometry().dfs(), start.model().map(), start.recorded());
		}
	}
}
