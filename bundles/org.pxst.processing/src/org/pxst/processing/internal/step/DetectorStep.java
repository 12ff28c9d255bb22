// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;

/** A step that works with the frames and what is known of the detector's pixels. */
abstract class DetectorStep implements Step {
	@Parameter(description = "Good pixels", path = "mask", from = "make_mask", required = true)
	private Mask mask;

	@Parameter(description = "Light without the sample", path = "whitefield", from = "make_whitefield", required = true)
	private Image whitefield;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi")
	private Roi roi;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	/**
	 * What is known of the pixels.
	 *
	 * @throws org.pxst.core.InvalidDataException when shapes differ from those of the frames
	 */
	final DetectorInputs inputs(StepContext context) {
		return DetectorInputs.of(context.scan(), mask, whitefield, roi);
	}

	/** The frames to use, ascending. */
	final int[] goodFrames(StepContext context) {
		return context.goodFrames(goodFrames);
	}
}
