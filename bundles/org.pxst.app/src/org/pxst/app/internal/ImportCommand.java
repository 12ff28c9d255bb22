// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.imports.ImportProtocol;
import org.pxst.io.cxi.imports.ImportRequest;
import org.pxst.io.cxi.imports.ScanImport;
import org.pxst.io.cxi.imports.ScanImporter;
import org.pxst.processing.run.OutputPlace;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pxst import}. */
@Command(name = "import",
		description = "Makes a CXI file from a scan in NeXus, DECTRIS master and data files, TIFF files with a table of positions, "
				+ "or other HDF5 files. Frames in HDF5 files are linked, not copied.",
		footer = { "", "What is where is said by a protocol: one that comes with pxst, or a mapping file:", "",
				"  # one item a line: ITEM = PLACE",
				"  based_on     = nexus                        # the protocol that says the rest",
				"  data         = raw_*.h5:/entry/data/data    # FILE:/path in it; /path alone: in the SOURCEs",
				"  mask         = mask.tif as good             # what values other than 0 mean",
				"  distance     = 1.12 m",
				"  x_pixel_size = 55 um                        # along the slow axis, from row to row",
				"  y_pixel_size = 55 um                        # along the fast axis, from column to column",
				"  energy       = 12.66 keV                    # or wavelength",
				"  slow         = -y                           # direction of the slow axis",
				"  fast         = -x",
				"  x            = log.txt[samx] in mm * -1     # column of a table by name or number",
				"  y            = /entry/sample/y | log.txt[3] in mm   # the first place that is there",
				"  frames       = 0-99,101-120                 # which to import", "",
				"All at once: translations = log.txt[2,3] in um as y,-x. Frames in another order: data = a.h5:/cube as ss,fs,frame. "
						+ "In a path, * stands for any part of a name, :NXdetector for a group of this NeXus class. "
						+ "Other items: basis_vectors, wavelength, z, defocus, good_frames. none leaves an item out.",
				"", "Example: pxst import run7_master.h5 -o run7.cxi --positions 'run7.txt[samx,samy] in um' --set slow=y" })
final class ImportCommand implements Callable<Integer> {
	private final ScanImporter importer;
	private final CxiLoader loader;
	private final Terminal terminal;

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "SOURCE", arity = "0..*",
			description = "HDF5 files, TIFF files, or a directory of TIFF files. None when the mapping file names all.")
	private List<Path> sources = List.of();

	@Option(names = { "-o", "--output" }, paramLabel = "FILE", description = "The CXI file to be made.")
	private Path output;

	@Option(names = "--protocol", paramLabel = "NAME|FILE", defaultValue = ImportRequest.AUTO,
			description = "cxi, eiger, nexus, tiff, or a mapping file (default: ${DEFAULT-VALUE}, the one that fits).")
	private String protocol;

	@Option(names = "--positions", paramLabel = "TABLE",
			description = "Text table of the sample positions, with columns and unit: 'log.txt in um', 'log.txt[samx,samy] in mm'.")
	private String positions;

	@Option(names = "--set", paramLabel = "ITEM=PLACE",
			description = "Says where an item is, or its value, as a line of a mapping file does. Can be given many times.")
	private Map<String, String> settings = new LinkedHashMap<>();

	@ArgGroup(exclusive = true)
	private Frames frames = new Frames();

	/** What to do with frames. */
	static final class Frames {
		@Option(names = "--link", description = "Link to frames in HDF5 files (default). Frames in TIFF files are always copied.")
		private boolean link;

		@Option(names = "--copy", description = "Copy all frames into the new file.")
		private boolean copy;
	}

	@Option(names = "--overwrite", description = "Replace the output if it was made by pxst import.")
	private boolean overwrite;

	@Option(names = "--show-protocol", paramLabel = "NAME",
			description = "Print a protocol that comes with pxst, as a start for a mapping file, and do nothing else.")
	private String shown;

	/** @param loader looks at what was made */
	ImportCommand(ScanImporter importer, CxiLoader loader, Terminal terminal) {
		this.importer = importer;
		this.loader = loader;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		if (shown != null)
			return show();
		if (output == null)
			throw new ParameterException(spec.commandLine(), "the output is missing: -o FILE");
		OutputPlace.creatable(output);
		ImportRequest request = new ImportRequest(sources, protocol, Optional.ofNullable(positions), settings,
				frames.copy ? ImportRequest.Storage.COPY : ImportRequest.Storage.LINK);
		try (ScanImport found = importer.open(request)) {
			new FindingsTable(found.findings()).lines().forEach(terminal.out()::println);
			write(found);
		}
		return ExitCode.OK;
	}

	private int show() {
		List<ImportProtocol> all = importer.protocols();
		ImportProtocol wanted = all.stream().filter(p -> p.name().equals(shown)).findFirst()
				.orElseThrow(() -> new ParameterException(spec.commandLine(), "there is no protocol '" + shown + "'; there are "
						+ all.stream().map(ImportProtocol::name).collect(Collectors.joining(", "))));
		terminal.out().print(wanted.text());
		return ExitCode.OK;
	}

	private void write(ScanImport found) {
		Progress progress = Progress.of(Progress.Mode.AUTO, terminal);
		try (Interruption interruption = new Interruption(() -> progress.message("pxst: interrupted; stopping"),
				progress::subTask)) {
			found.write(output, overwrite, interruption);
		} finally {
			progress.end();
		}
		try (CxiFile made = loader.open(output, CxiOptions.defaults())) {
			FrameSource stack = made.scan().frames();
			terminal.out().println();
			terminal.out().println(stack.frames() + " frames of " + stack.rows() + " x " + stack.columns() + " in " + output + ", "
					+ found.storage() + "; protocol " + found.protocol());
		} catch (InvalidDataException e) {
			throw new InvalidDataException(output + ": was made, but cannot be used: " + e.getMessage(), e);
		}
	}
}
