// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.file.Path;
import java.util.List;

/**
 * What a mapping says about one key.
 *
 * @param line         where it says so
 * @param directory    what file names in it are relative to
 * @param alternatives the ways to get at it; the first that leads somewhere counts
 */
record Entry(Line line, Path directory, List<Expression> alternatives) {
}
