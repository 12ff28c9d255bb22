// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.KernelRegression;

/**
 * make_reference (paper, section 4.2, equation 3): the frames merged into the reference image, with kernel regression on
 * demand. All steps that need a reference image make it with this.
 *
 * @param minimumOverlap values whose overlap is below this part of the mean squared whitefield are left out, at least 0
 * @param kernelSigma    width of the Gaussian of the {@link KernelRegression}, reference pixels, at least 0; 0: none. With one
 *                       the minimum overlap is part of the mean overlap, after the same average
 */
public record MakeReference(double minimumOverlap, double kernelSigma) {
	/** A few samples are mostly noise. */
	public static final double DEFAULT_MINIMUM_OVERLAP = 0.02;

	/** Checks the ranges. */
	public MakeReference {
		if (!(minimumOverlap >= 0) || !(kernelSigma >= 0) || Double.isInfinite(kernelSigma))
			throw new IllegalArgumentException("minimum overlap " + minimumOverlap + ", kernel of width " + kernelSigma);
	}

	/** With the default overlap and no kernel: what the main loop makes. */
	public MakeReference() {
		this(DEFAULT_MINIMUM_OVERLAP, 0);
	}

	/**
	 * Long work: a pass over all frames. To be called from one thread.
	 *
	 * @param scan    frames
	 * @param model   the model
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException when the image would be absurdly large, or no pixel counts
	 */
	public ReferenceImage apply(ComputeScan scan, ForwardModel model, IMonitor monitor) {
		if (kernelSigma == 0)
			return scan.makeReference(model, minimumOverlap, monitor);
		// the kernel weighs values by their overlap, so that none needs to be left out before
		return new KernelRegression(kernelSigma, minimumOverlap).apply(scan.makeReference(model, 0, monitor));
	}
}
