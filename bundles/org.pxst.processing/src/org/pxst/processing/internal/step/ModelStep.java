// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;

/** A step of the main loop: declares what the forward model consists of. */
abstract class ModelStep implements Step {
	@Parameter(description = "Good pixels", path = "mask", from = "make_mask", required = true)
	private Mask mask;

	@Parameter(description = "Whitefield", path = "whitefield", from = "make_whitefield", required = true)
	private Image whitefield;

	@Parameter(description = "Pixel map; NaN where it is not in use", path = "pixel_map", from = "generate_pixel_map",
			required = true)
	private PixelMap pixelMap;

	@Parameter(description = "Sample positions in reference pixels; NaN for frames that are not used", path = "pixel_translations",
			from = "generate_pixel_map", required = true)
	private PixelTranslations pixelTranslations;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi")
	private Roi roi;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	/** The model, with its frames loaded. */
	final ModelInFile model(StepContext context) {
		return ModelInFile.of(context, mask, whitefield, pixelMap, pixelTranslations, roi, goodFrames);
	}
}
