// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;

/** Counts how many frames overlap in a reference image. */
final class OverlappingFrames {
	/** Fewer are the rim of the image. */
	private static final int FEWEST = 4;

	private final double meanSquare;
	private final int fewest;

	/**
	 * @param whitefield W, shape (M, L)
	 * @param use        pixels that count, at least one
	 * @param frames     number of frames in all
	 */
	OverlappingFrames(Image whitefield, Mask use, int frames) {
		double sum = 0;
		for (int p = 0; p < use.good().length; p++)
			if (use.good()[p])
				sum += (double) whitefield.values()[p] * whitefield.values()[p];
		meanSquare = sum / use.count();
		fewest = Math.min(FEWEST, frames);
	}

	/** Mean number of frames at the pixels of the image where at least four overlap; NaN when there are none. */
	double mean(ReferenceImage reference, Geometry geometry, Defocus defocus) {
		GeneratePixelMap map = GeneratePixelMap.of(geometry, defocus.ss(), defocus.fs());
		// a frame gives the image one sample a pixel where the map is as steep as the identity
		double perFrame = meanSquare / (map.slopeSs() * map.slopeFs());
		double sum = 0;
		int pixels = 0;
		for (float overlap : reference.overlap().values())
			if (overlap >= fewest * perFrame) {
				sum += overlap / perFrame;
				pixels++;
			}
		return sum / pixels;
	}
}
