// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

/**
 * The beam in one plane, optical axis at (rows / 2, columns / 2).
 *
 * @param position of the plane, m from the nominal focus
 * @param rows     extent along the slow scan axis
 * @param columns  extent along the fast scan axis
 * @param stepSs   distance of rows, m, &gt; 0
 * @param stepFs   distance of columns, m, &gt; 0
 * @param light    light in a sample, flat (ss, fs), the largest is 1
 */
record FocalPlane(double position, int rows, int columns, double stepSs, double stepFs, float[] light) {
}
