// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.ComputeDevices;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.imports.ScanImporter;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.bench.Bench;
import org.pxst.processing.run.CommandLineText;
import org.pxst.processing.run.DestinationChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code pxst}: parses, runs, and turns whatever happens into an exit code and one line. */
@Component(service = PxstCommandLine.class)
public final class PxstCommandLine {
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Reconstructor reconstructor;
	private final ScanImporter importer;
	private final ComputeDevices devices;
	private final Bench bench;
	private final FileToolCommands fileTools;
	private final StepCommands steps;

	/**
	 * @param loader        opens CXI files
	 * @param writer        writes CXI files
	 * @param reconstructor does the work
	 * @param importer      reads scans in other layouts
	 * @param devices       what can be computed on
	 * @param bench         measures that
	 * @param fileTools     commands for files
	 * @param steps         the commands that run single steps
	 */
	@Activate
	public PxstCommandLine(@Reference CxiLoader loader, @Reference CxiWriter writer,
			@Reference Reconstructor reconstructor, @Reference ScanImporter importer, @Reference ComputeDevices devices,
			@Reference Bench bench, @Reference FileToolCommands fileTools, @Reference StepCommands steps) {
		this.loader = loader;
		this.writer = writer;
		this.reconstructor = reconstructor;
		this.importer = importer;
		this.devices = devices;
		this.bench = bench;
		this.fileTools = fileTools;
		this.steps = steps;
	}

	/**
	 * Runs one command.
	 *
	 * @param terminal  where to print
	 * @param arguments as typed, without the program's name
	 * @return an {@link ExitCode}
	 */
	int run(Terminal terminal, String... arguments) {
		boolean debug = List.of(arguments).contains("--debug");
		CommandLine line = commands(terminal, debug, "pxst " + String.join(" ", Stream.of(arguments).map(CommandLineText::quote).toList()));
		try {
			return line.execute(arguments);
		} catch (OutOfMemoryError | StackOverflowError e) {
			return report(terminal, debug, e);
		}
	}

	private CommandLine commands(Terminal terminal, boolean debug, String asTyped) {
		SimulationRun simulation = new SimulationRun(writer, terminal);
		ReconstructionRun reconstruction = new ReconstructionRun(loader, writer, reconstructor, terminal,
				steps.record(), asTyped);
		DeviceChoice deviceChoice = new DeviceChoice(devices, terminal);
		CommandLine line = new CommandLine(new PxstCommand())
				.addSubcommand(new InfoCommand(loader, terminal))
				.addSubcommand(new ReconstructCommand(new DestinationChoice(loader, writer, text -> terminal.err().println("pxst: " + text)),
						reconstruction, deviceChoice))
				.addSubcommand(new ImportCommand(importer, loader, terminal))
				.addSubcommand(new RecoverCommand(writer, terminal))
				.addSubcommand(new SimulateCommand(simulation))
				.addSubcommand(new DemoCommand(simulation, reconstruction, writer, deviceChoice, terminal))
				.addSubcommand(new UiCommand())
				.addSubcommand(new DevicesCommand(devices, terminal))
				.addSubcommand(BenchCommand.of(bench, devices, loader, terminal));
		steps.addTo(line, terminal, deviceChoice, asTyped);
		fileTools.addTo(line, terminal);
		line.setOut(new PrintWriter(terminal.out(), true));
		line.setErr(new PrintWriter(terminal.err(), true));
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setUsageHelpAutoWidth(true);
		line.setParameterExceptionHandler((e, args) -> usageError(terminal, e));
		line.setExecutionExceptionHandler((e, at, parsed) -> report(terminal, debug, e));
		return line;
	}

	private static int usageError(Terminal terminal, ParameterException e) {
		terminal.err().println("pxst: " + oneLine(e.getMessage()));
		UnmatchedArgumentException.printSuggestions(e, new PrintWriter(terminal.err(), true));
		terminal.err().println("See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
		return ExitCode.USAGE;
	}

	private static int report(Terminal terminal, boolean debug, Throwable thrown) {
		Logger log = LoggerFactory.getLogger(PxstCommandLine.class);
		if (debug)
			log.error("the command failed", thrown);
		Throwable cause = cause(thrown);
		if (cause instanceof CancelledException) {
			terminal.err().println("pxst: " + oneLine(cause.getMessage()) + "; nothing was written");
			return ExitCode.INTERRUPTED;
		}
		if (cause instanceof PxstException) {
			terminal.err().println("pxst: " + oneLine(cause.getMessage()));
			return ExitCode.BAD_INPUT;
		}
		if (cause instanceof OutOfMemoryError) {
			terminal.err().println("pxst: out of memory: " + (Runtime.getRuntime().maxMemory() >> 20)
					+ " MiB were not enough (" + oneLine(cause.getMessage())
					+ "); use a smaller --roi or fewer --good-frames, or more memory: PXST_VMARGS=-Xmx16g pxst ...");
			return ExitCode.BAD_INPUT;
		}
		terminal.err().println("pxst: internal error: " + oneLine(thrown.toString())
				+ (debug ? "" : "; run again with --debug for details"));
		return ExitCode.INTERNAL_ERROR;
	}

	/** The exception that says most: work on many threads wraps what the user should read. */
	private static Throwable cause(Throwable thrown) {
		Deque<Throwable> chain = new ArrayDeque<>();
		for (Throwable t = thrown; t != null && !chain.contains(t); t = t.getCause()) {
			if (t instanceof PxstException || t instanceof OutOfMemoryError)
				return t;
			chain.add(t);
		}
		return thrown;
	}

	private static String oneLine(String message) {
		return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
	}
}
