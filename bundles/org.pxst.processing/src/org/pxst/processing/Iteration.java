// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/**
 * One iteration of the main loop.
 *
 * @param number            counted from 1
 * @param error             mean over good pixels of the squared error divided by the variance of the frames (paper,
 *                          equation 7), 1 = nothing explained
 * @param mapChange         rms change of the pixel map, reference pixels
 * @param translationChange rms change of the translations, reference pixels
 * @param windowSs          search window along the slow scan axis, reference pixels
 * @param windowFs          search window along the fast scan axis, reference pixels
 * @param filter            sigma of the pixel map's filter, detector pixels
 * @param seconds           time that the iteration took; not a number when an earlier run has done it
 */
public record Iteration(int number, double error, double mapChange, double translationChange, int windowSs,
		int windowFs, double filter, double seconds) {
}
