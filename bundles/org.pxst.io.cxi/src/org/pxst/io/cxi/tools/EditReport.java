// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;
import java.util.List;

/**
 * What was done to a file, or would be done.
 *
 * @param file    the file with the changed contents
 * @param removed paths of the groups, data sets and links that went, without what was in the groups
 * @param before  bytes of the file before
 * @param after   bytes of the changed file; the same as before when nothing was written
 */
public record EditReport(Path file, List<String> removed, long before, long after) {
	/** Takes a copy. */
	public EditReport {
		removed = List.copyOf(removed);
	}
}
