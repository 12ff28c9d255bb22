// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import org.pxst.core.scan.Geometry;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Axis;
import org.pxst.ui.image.Picture.Colours;

/**
 * Where the blocks of an image are.
 *
 * @param blocks of the image
 * @param unit   "m", or "px" where pixels say it as well
 * @param sizeSs of a pixel of the image along the slow scan axis, in the unit
 * @param sizeFs of a pixel of the image along the fast scan axis, in the unit
 */
record LiveAxes(BlockMeans blocks, String unit, double sizeSs, double sizeFs) {
	/** Pixels are square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	/** On the detector: pixels, and lengths where those are not square. */
	static LiveAxes detector(BlockMeans blocks, Geometry geometry) {
		boolean square = Math.abs(geometry.pixelSizeSs() / geometry.pixelSizeFs() - 1) < SQUARE;
		return square ? new LiveAxes(blocks, "px", 1, 1)
				: new LiveAxes(blocks, "m", geometry.pixelSizeSs(), geometry.pixelSizeFs());
	}

	/** A picture of values of the blocks. */
	Picture picture(String title, double[] values, String quantity, String valueUnit, Colours colours) {
		float[] shown = new float[values.length];
		for (int q = 0; q < shown.length; q++)
			shown[q] = (float) values[q];
		return new Picture(title, blocks.smallRows(), blocks.smallColumns(), shown,
				axis("slow scan axis", blocks.region().ss0(), blocks.stepSs(), sizeSs),
				axis("fast scan axis", blocks.region().fs0(), blocks.stepFs(), sizeFs), quantity, valueUnit, colours);
	}

	private Axis axis(String label, int first, int step, double size) {
		return new Axis(label, unit, (first + (step - 1) / 2.0) * size, step * size);
	}
}
