// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.List;
import java.util.Optional;

import org.pxst.ui.image.Layer;
import org.pxst.ui.image.Picture;

/**
 * What is to be seen of the reference image.
 *
 * @param picture empty when what was chosen is not in the file
 * @param layers  second colour
 * @param message why there is no picture or no second colour; "" when there is what was chosen
 */
public record ReferenceScene(Optional<Picture> picture, List<Layer> layers, String message) {
}
