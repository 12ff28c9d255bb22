// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/**
 * Result of a grid search, one entry a detector pixel, flat (M, L).
 *
 * @param ss    best shift along the slow scan axis, reference pixels; 0 where there was none
 * @param fs    best shift along the fast scan axis
 * @param error error at the best shift; NaN where no shift was seen by any frame or the pixel does not count
 */
public record PixelShifts(byte[] ss, byte[] fs, float[] error) {
}
