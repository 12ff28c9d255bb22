// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * Pixels that are marked with a colour on top of a picture.
 *
 * @param marked which, flat (ss, fs), as many as the picture has; not copied. Whoever changes it shows the layer again
 * @param rgb    colour, 8 bits each of red, green, blue
 * @param alpha  0 invisible .. 255 covers the picture
 */
public record Layer(boolean[] marked, int rgb, int alpha) {
}
