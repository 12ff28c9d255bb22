// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

/**
 * How large a picture is drawn.
 *
 * @param width   largest width, of a map without its axes and colour bar, of a curve with them; in points
 * @param height  largest height, likewise
 * @param density pixels a point, along each axis: text keeps its size in points
 */
public record PictureSize(int width, int height, int density) {
	/** Checks the ranges. */
	public PictureSize {
		if (width < 1 || height < 1 || density < 1)
			throw new IllegalArgumentException(width + " x " + height + " points of " + density + " pixels");
	}
}
