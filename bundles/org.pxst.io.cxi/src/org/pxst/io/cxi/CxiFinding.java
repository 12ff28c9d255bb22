// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.util.Optional;

/**
 * One line of what was found in a file.
 *
 * @param item    what was looked for
 * @param path    where it was found, or empty when it is missing
 * @param value   shape and type, or value with unit, for a reader; for a missing item what that means
 * @param problem what is wrong with it (wrong rank, not positive, another length than the frames), or empty
 */
public record CxiFinding(CxiItem item, Optional<String> path, String value, Optional<String> problem) {
}
