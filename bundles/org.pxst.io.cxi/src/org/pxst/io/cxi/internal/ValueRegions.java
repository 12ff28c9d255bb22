// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.List;

import org.pxst.io.cxi.internal.journal.Region;

/**
 * Where the values of a file's data sets are.
 *
 * @param kept     larger pieces of data sets that stay; in order, not touching
 * @param replaced pieces of data sets that are to be replaced; in order, not touching
 */
record ValueRegions(List<Region> kept, List<Region> replaced) {
}
