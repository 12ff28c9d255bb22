// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

/**
 * What many values are like. NaN and infinities count for nothing but their number.
 *
 * @param count     number of elements
 * @param nan       how many of them are NaN
 * @param infinite  how many of them are infinite
 * @param min       smallest finite value, NaN when there is none
 * @param max       largest finite value, NaN when there is none
 * @param mean      of the finite values, NaN when there is none
 */
public record ValueSummary(long count, long nan, long infinite, double min, double max, double mean) {
}
