// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Editor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pxst clean_cxi}. */
@Command(name = "clean_cxi", description = {
		"Makes a file smaller: rewrites it without the room that removed and replaced data sets left.",
		"The new file is compared with the old one, object by object and byte by byte, before it takes its name; links stay "
				+ "links. Needs as much free space as the file has." })
final class CleanCxiCommand implements Callable<Integer> {
	private final Hdf5Editor editor;
	private final EditRun run;

	@Parameters(paramLabel = "FILE", description = "An HDF5 file.")
	private Path file;

	@Mixin
	private EditOptionsMixin options;

	/**
	 * @param editor   changes files
	 * @param terminal where to print
	 */
	CleanCxiCommand(Hdf5Editor editor, Terminal terminal) {
		this.editor = editor;
		run = new EditRun(terminal);
	}

	@Override
	public Integer call() {
		EditOptions chosen = options.options();
		return run.run(chosen.dryRun(), monitor -> editor.clean(InputFile.existing(file), chosen, monitor));
	}
}
