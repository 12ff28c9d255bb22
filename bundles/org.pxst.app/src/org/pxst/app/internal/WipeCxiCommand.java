// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Editor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst wipe_cxi}. */
@Command(name = "wipe_cxi", description = {
		"Removes all results from a scan and makes the file smaller: the groups /speckle_tracking and /zernike, and groups "
				+ "that PXST made under other names. Everything else stays, the choice of frames in /frame_selector too.",
		"The suite of 2020 keeps only /entry_1: that is --keep /entry_1.",
		"The new file is compared with the old one before it takes its name. Needs twice as much free space as the file has." })
final class WipeCxiCommand implements Callable<Integer> {
	private final Hdf5Editor editor;
	private final EditRun run;

	@Parameters(paramLabel = "FILE", description = "A scan with results.")
	private Path file;

	@Option(names = "--keep", paramLabel = "/GROUP", converter = CxiPathConverter.class,
			description = "Keep only this group at the top of the file and remove all others, results or not. Can be given many times.")
	private List<String> keep = List.of();

	@Mixin
	private EditOptionsMixin options;

	/**
	 * @param editor   changes files
	 * @param terminal where to print
	 */
	WipeCxiCommand(Hdf5Editor editor, Terminal terminal) {
		this.editor = editor;
		run = new EditRun(terminal);
	}

	@Override
	public Integer call() {
		EditOptions chosen = options.options();
		return run.run(chosen.dryRun(), monitor -> editor.wipe(InputFile.existing(file), keep, chosen, monitor));
	}
}
