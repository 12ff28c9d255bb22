// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.internal.PhaseWeights;

/**
 * A pixel map from the file with the trust in its pixels.
 *
 * @param map     as it was read
 * @param weights flat (ss, fs), 0 where the map is not in use
 */
record MapInUse(PixelMap map, double[] weights) {
	/**
	 * @param frame  shape of all of them
	 * @param map    NaN outside the area in use; one that is finite everywhere stands for the connected lit area
	 * @param weight the whitefield, or other trust in pixels
	 * @param mask   good pixels, null: all
	 * @param roi    region of interest, null: the whole frame
	 * @throws org.pxst.core.InvalidDataException when a shape is another, or no good pixel is left
	 */
	static MapInUse of(FrameShape frame, PixelMap map, Image weight, Mask mask, Roi roi) {
		Mask good = frame.mask(mask);
		Mask area = ModelInFile.area(frame.pixelMap(map), frame.whitefield(weight), good).within(frame.roi(roi));
		ModelInFile.inUse(good, area, weight);
		return new MapInUse(map, PhaseWeights.of(area, good, weight));
	}
}
