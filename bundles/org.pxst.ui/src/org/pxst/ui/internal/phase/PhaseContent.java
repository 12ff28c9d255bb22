// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

/**
 * What the view of the phase shows.
 *
 * @param maker makes other images of the same wavefront
 * @param map   the image at first
 */
public record PhaseContent(PhaseMapMaker maker, PhaseMap map) {
}
