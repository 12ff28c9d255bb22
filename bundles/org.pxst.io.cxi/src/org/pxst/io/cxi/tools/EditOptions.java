// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to change a file.
 *
 * @param output    the file that gets the changed contents; empty for the file itself
 * @param overwrite whether an output file, or an object that has a new name already, may be replaced
 * @param force     whether items of the scan (frames, positions, geometry), which cannot be measured again, may be
 *                  removed, renamed or replaced
 * @param dryRun    whether to do everything but write
 */
public record EditOptions(Optional<Path> output, boolean overwrite, boolean force, boolean dryRun) {
	/** In the file itself, careful. */
	public static EditOptions defaults() {
		return new EditOptions(Optional.empty(), false, false, false);
	}
}
