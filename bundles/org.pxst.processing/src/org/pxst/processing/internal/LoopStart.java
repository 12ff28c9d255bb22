// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopState;

/**
 * What the main loop begins with, or goes on from.
 *
 * @param scene         what does not change
 * @param checkedFrames frames that were loaded and checked, ascending
 * @param state         where the loop is
 */
public record LoopStart(LoopScene scene, int[] checkedFrames, LoopState state) {
}
