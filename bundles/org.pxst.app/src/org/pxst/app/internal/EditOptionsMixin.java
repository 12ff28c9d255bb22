// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.io.cxi.tools.EditOptions;

import picocli.CommandLine.Option;

/** Options of commands that change what is in a file. */
final class EditOptionsMixin {
	@Option(names = { "-o", "--output" }, paramLabel = "OUT", description = "Write the changed contents to this file and leave the "
			+ "original alone (default: the file itself; it is replaced in one step when the new one has been compared with it).")
	private Path output;

	@Option(names = "--overwrite", description = "Replace the output file, or what has the new name, when it exists.")
	private boolean overwrite;

	@Option(names = "--force", description = "Also when frames, positions or geometry of the scan go, which cannot be measured again.")
	private boolean force;

	@Option(names = "--dry-run", description = "Only say what would be done.")
	private boolean dryRun;

	/** What was chosen. */
	EditOptions options() {
		return new EditOptions(Optional.ofNullable(output), overwrite, force, dryRun);
	}
}
