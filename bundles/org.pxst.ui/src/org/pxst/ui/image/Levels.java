// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * The values that get the first and the last colour.
 *
 * @param low  gets the first colour, and all below
 * @param high gets the last colour, and all above; &gt; low
 */
public record Levels(double low, double high) {
}
