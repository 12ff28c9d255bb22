// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.report.ReportRequest;
import org.pxst.processing.report.ReportWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst report}. */
@Command(name = "report", description = {
		"Writes one HTML page about a scan and its result: key figures, pictures, parameters, and a list of all data sets. The page needs "
				+ "no other file and no network. What is not in the file is named with the command that makes it." })
final class ReportCommand implements Callable<Integer> {
	private final ReportWriter writer;
	private final Terminal terminal;

	@Parameters(paramLabel = "FILE", description = "A file with a scan, a result, or both.")
	private Path file;

	@Option(names = { "-o", "--output" }, paramLabel = "OUT.html", description = "The page (default: NAME_report.html in the current "
			+ "directory). An earlier report is replaced.")
	private Path output;

	@Option(names = "--group", paramLabel = "PATH", defaultValue = "/speckle_tracking", converter = CxiPathConverter.class,
			description = "Group of the result inside the file (default: ${DEFAULT-VALUE}).")
	private String group;

	@Option(names = "--path", paramLabel = "ITEM=PATH", converter = { CxiItemConverter.class, CxiPlaceConverter.class },
			description = "Where an item of the scan is in the file, as for pxst info.")
	private Map<CxiItem, String> paths = new LinkedHashMap<>();

	@Option(names = "--overwrite", description = "Replace a file that is no report, too.")
	private boolean overwrite;

	/**
	 * @param writer   does it
	 * @param terminal where to print
	 */
	ReportCommand(ReportWriter writer, Terminal terminal) {
		this.writer = writer;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		Path input = InputFile.existing(file);
		ReportRequest request = new ReportRequest(input, new CxiOptions(paths, DistanceFrom.FOCUS, OptionalDouble.empty()), group,
				InputFile.other(input, output == null ? automatic(input) : output), overwrite);
		try (Interruption interruption = new Interruption(() -> terminal.err().println("pxst: interrupted; stopping"), part -> {
			// all parts together take seconds
		})) {
			terminal.out().println(writer.write(request, interruption));
		}
		return ExitCode.OK;
	}

	/** In the current directory: that of the scan may not be the user's. */
	private static Path automatic(Path input) {
		String name = input.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return Path.of((dot > 0 ? name.substring(0, dot) : name) + "_report.html");
	}
}
