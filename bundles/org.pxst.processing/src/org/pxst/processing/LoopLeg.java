// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/**
 * Iterations in a row that followed the same settings, until these were changed or the loop was driven on although it had
 * converged.
 *
 * @param settings   that they followed, but for the number of iterations
 * @param iterations how many, at least 1
 */
public record LoopLeg(LoopSettings settings, int iterations) {
}
