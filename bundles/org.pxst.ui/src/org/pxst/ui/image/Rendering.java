// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;

/**
 * A coloured picture.
 *
 * @param request   what was asked for
 * @param scale     from the first to the last colour
 * @param histogram of the values
 * @param rgb       red, green, blue of each pixel of the view; belongs to the renderer's pool and goes back to it
 */
record Rendering(Request request, ValueScale scale, Histogram histogram, byte[] rgb) {
	/**
	 * What is to be coloured.
	 *
	 * @param number         counts pictures
	 * @param picture        the picture
	 * @param style          how
	 * @param view           which part of it, where to
	 * @param histogramRange range of the histogram; empty for what suits the levels
	 */
	record Request(long number, Picture picture, ImageStyle style, PictureRenderer.View view,
			Optional<Levels> histogramRange) {
	}
}
