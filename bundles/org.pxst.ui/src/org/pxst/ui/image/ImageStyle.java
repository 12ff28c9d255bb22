// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;

/**
 * How a picture is shown in colours.
 *
 * @param map         its colours
 * @param logarithmic whether colours follow the logarithm of the values; with both signs, of their size. Angles are never
 *                    shown so
 * @param levels      the values of the first and the last colour
 * @param layers      what is on top, the last one uppermost
 */
public record ImageStyle(ColourMaps map, boolean logarithmic, LevelsChoice levels, List<Layer> layers) {
	/** Copies the list. */
	public ImageStyle {
		layers = List.copyOf(layers);
	}

	/** What suits a picture as long as nobody chose something else: its percentiles 1 to 99. */
	public static ImageStyle suiting(Picture picture) {
		return new ImageStyle(ColourMaps.suiting(picture.colours()), false, LevelsChoice.AUTOMATIC, List.of());
	}

	ImageStyle withMap(ColourMaps other) {
		return new ImageStyle(other, logarithmic, levels, layers);
	}

	ImageStyle withLogarithmic(boolean other) {
		return new ImageStyle(map, other, levels, layers);
	}

	ImageStyle withLevels(LevelsChoice other) {
		return new ImageStyle(map, logarithmic, other, layers);
	}

	ImageStyle withLayers(List<Layer> others) {
		return new ImageStyle(map, logarithmic, levels, others);
	}
}
