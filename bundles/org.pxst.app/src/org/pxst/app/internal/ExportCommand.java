// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.ExportRequest.Format;
import org.pxst.io.cxi.tools.ResultExporter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst export}. */
@Command(name = "export", description = {
		"Exports a result: as one NeXus file of NXdata groups, as a TIFF file of 32-bit floats for each image, or as text "
				+ "tables of curves, positions and single numbers." })
final class ExportCommand implements Callable<Integer> {
	private final ResultExporter exporter;
	private final Terminal terminal;

	@Parameters(paramLabel = "RESULT", description = "A file with a result.")
	private Path file;

	@Option(names = { "-o", "--output" }, required = true, paramLabel = "OUT", description = "A file for nexus; a directory for tiff "
			+ "and csv, which is made when it is not there.")
	private Path output;

	@Option(names = "--format", paramLabel = "nexus|tiff|csv", defaultValue = "nexus", description = "What to write (default: ${DEFAULT-VALUE}).")
	private Format format;

	@Option(names = "--datasets", paramLabel = "NAME", split = ",", description = "Only these data sets, by their names in the result's "
			+ "group or by their paths, with commas between (default: all that go with the format).")
	private List<String> datasets = List.of();

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the result inside the file (default: ${DEFAULT-VALUE}).")
	private String group;

	@Option(names = "--overwrite", description = "Replace files that exist.")
	private boolean overwrite;

	/**
	 * @param exporter does it
	 * @param terminal where to print
	 */
	ExportCommand(ResultExporter exporter, Terminal terminal) {
		this.exporter = exporter;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		ExportRequest request = new ExportRequest(InputFile.existing(file), group, datasets, format,
				InputFile.other(file, output), overwrite);
		try (Interruption interruption = new Interruption(() -> terminal.err().println("pxst: interrupted; stopping"), text -> {
			// there is nothing to show of the steps
		})) {
			exporter.export(request, interruption).forEach(terminal.out()::println);
		}
		return ExitCode.OK;
	}
}
