// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.errors;

import org.pxst.ui.image.Picture;

/**
 * A part of a plane as a picture.
 *
 * @param picture  the part
 * @param offsetSs row of the plane that its first row is
 * @param offsetFs column of the plane that its first column is
 */
record PlacedPicture(Picture picture, int offsetSs, int offsetFs) {
}
