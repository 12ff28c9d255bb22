// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

/**
 * A number that says how a reconstruction went.
 *
 * @param name  what it is
 * @param value in SI units, NaN when the file does not have it
 * @param unit  SI symbol, "" for plain numbers
 */
record KeyFigure(String name, double value, String unit) {
}
