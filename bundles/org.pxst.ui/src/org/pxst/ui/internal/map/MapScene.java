// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.Optional;

import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;

/**
 * What is to be seen of the pixel map.
 *
 * @param picture empty when what was chosen cannot be shown
 * @param region  part of the detector that the picture shows
 * @param arrows  on the picture, empty for none
 * @param unit    of the arrows
 * @param summary a line of numbers
 * @param message why there is no picture, else ""
 */
public record MapScene(Optional<Picture> picture, Roi region, Optional<QuiverGrid> arrows, MapUnit unit, String summary,
		String message) {
	/** A scene without a picture. */
	static MapScene nothing(Roi region, MapUnit unit, String message) {
		return new MapScene(Optional.empty(), region, Optional.empty(), unit, "", message);
	}
}
