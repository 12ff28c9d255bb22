// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;

/** A step that works with the slope of the pixel map, and without the frames. */
abstract class MapStep implements Step {
	@Parameter(description = "Pixel map; NaN where there is none", path = "pixel_map", from = "update_pixel_map", required = true)
	private PixelMap pixelMap;

	@Parameter(description = "Trust in each pixel, the whitefield as a rule", path = "whitefield", from = "make_whitefield",
			required = true, aliases = "whitefield")
	private Image weight;

	@Parameter(description = "Good pixels; others have filled values in the pixel map and count a tenth", path = "mask",
			from = "make_mask")
	private Mask mask;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi", unit = "pixel")
	private Roi roi;

	@Parameter(description = "Reference pixel along the slow scan axis", path = "dss", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis", path = "dfs", from = "generate_pixel_map",
			required = true, unit = "m", min = 0, aboveMin = true)
	private Double dfs;

	/**
	 * The map with its weights.
	 *
	 * @throws org.pxst.core.InvalidDataException when a shape is another, or no good pixel is left
	 */
	final MapInUse map(FrameShape frame) {
		return MapInUse.of(frame, pixelMap, weight, mask, roi);
	}

	/** Reference pixel along the slow scan axis, m. */
	final double dss() {
		return dss;
	}

	/** Reference pixel along the fast scan axis, m. */
	final double dfs() {
		return dfs;
	}
}
