// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.pxst.io.cxi.tools.Hdf5Viewer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst compare}. */
@Command(name = "compare", description = {
		"Compares the results in two files, data set by data set, and says by how much they differ.",
		"Where a value is missing in one file only, that is a difference. Exit code 3 when there is one beyond the tolerance." })
final class CompareCommand implements Callable<Integer> {
	private final Hdf5Viewer viewer;
	private final Terminal terminal;

	@Parameters(index = "0", paramLabel = "FILE", description = "One file.")
	private Path first;

	@Parameters(index = "1", paramLabel = "OTHER", description = "The other one.")
	private Path second;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the results inside both files (default: ${DEFAULT-VALUE}).")
	private String group;

	@Option(names = "--tolerance", paramLabel = "T", defaultValue = "0", description = "Differences up to this part of a data set's "
			+ "largest value are none (default: ${DEFAULT-VALUE}).")
	private double tolerance;

	CompareCommand(Hdf5Viewer viewer, Terminal terminal) {
		this.viewer = viewer;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		InputFile.existing(first);
		InputFile.existing(second);
		ResultComparison.Findings found = new ResultComparison(viewer, group, tolerance).compare(first, second);
		found.lines().forEach(terminal.out()::println);
		return found.differ() == 0 ? ExitCode.OK : ExitCode.BAD_INPUT;
	}
}
