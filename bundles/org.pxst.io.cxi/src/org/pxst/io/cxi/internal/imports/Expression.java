// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.List;
import java.util.Optional;

/**
 * One way to get at an item: a place, and what to do with what is there.
 *
 * @param place  where
 * @param unit   the unit of the numbers there; wins over what the place says
 * @param factor what they are multiplied with
 * @param as     what the axes or columns are, in their order; empty for the usual
 */
record Expression(Place place, Optional<Unit> unit, double factor, List<String> as) {
}
