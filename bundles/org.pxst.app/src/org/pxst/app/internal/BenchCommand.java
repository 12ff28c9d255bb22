// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.SearchWindow;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.processing.bench.Bench;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pxst bench}: the measurements of speed. */
@Command(name = "bench", description = {
		"Times every step of a reconstruction on every device, on frames that are made for it in memory. "
				+ "Medians are printed, after one run that does not count.",
		"ratio compares with a plain OpenCL kernel (one work-item a pixel, a launch for each 100 pixels) on the same device; "
				+ "for Java, with that on the processor." })
final class BenchCommand implements Callable<Integer> {
	/** Sizes by name. */
	enum Size {
		/** What the figures for a processor are given for. */
		SMALL(256, 256),
		/** The data set of the paper. */
		PAPER(516, 1556);

		private static final int FRAMES = 121;

		private final int rows;
		private final int columns;

		Size(int rows, int columns) {
			this.rows = rows;
			this.columns = columns;
		}
	}

	private final Bench bench;
	private final ComputeDevices devices;
	private final Terminal terminal;

	@Spec
	private CommandSpec spec;

	@Option(names = "--size", paramLabel = "small|paper", defaultValue = "small",
			description = "121 frames of 256 x 256 pixels, or of 516 x 1556 (default: ${DEFAULT-VALUE}).")
	private Size size;

	@Option(names = "--frames", paramLabel = "N", description = "Number of frames (default: that of --size).")
	private Integer frames;

	@Option(names = "--rows", paramLabel = "N", description = "Rows of a frame (default: those of --size).")
	private Integer rows;

	@Option(names = "--columns", paramLabel = "N", description = "Columns of a frame (default: those of --size).")
	private Integer columns;

	@Option(names = "--window", paramLabel = "N|ROWSxCOLUMNS", defaultValue = "10", converter = SearchWindowConverter.class,
			description = "Shifts of the grid search along both axes (default: ${DEFAULT-VALUE}).")
	private SearchWindow window;

	@Option(names = "--repeats", paramLabel = "N", defaultValue = "5",
			description = "How often each step is timed (default: ${DEFAULT-VALUE}).")
	private int repeats;

	@Option(names = "--backend", paramLabel = "all|auto|java|opencl|opencl:INDEX|NAME", defaultValue = "all",
			description = "Devices to measure: all, the best, that of a back end, one of those that pxst devices lists, or part of its name "
					+ "(default: ${DEFAULT-VALUE}).")
	private String backEnd;

	@Option(names = "--device-memory", paramLabel = "SIZE", converter = MemorySizeConverter.class,
			description = "At most so much of an OpenCL device's memory, for example 512m or 2g (default: what it has).")
	private Long deviceMemory;

	@Option(names = "--json", description = "Print a JSON list of {step, backend, device, frames, rows, columns, window, seconds, "
			+ "device_seconds, gcandidates_per_s, ratio_to_baseline}, null where there is no such figure, and nothing else.")
	private boolean isJson;

	private BenchCommand(Bench bench, ComputeDevices devices, Terminal terminal) {
		this.bench = bench;
		this.devices = devices;
		this.terminal = terminal;
	}

	/**
	 * The command with its subcommands.
	 *
	 * @param bench    measures
	 * @param devices  what can be measured
	 * @param loader   opens CXI files
	 * @param terminal where to print
	 */
	static CommandLine of(Bench bench, ComputeDevices devices, CxiLoader loader, Terminal terminal) {
		return new CommandLine(new BenchCommand(bench, devices, terminal))
				.addSubcommand(new BenchReadingCommand(loader, terminal, System.in));
	}

	@Override
	public Integer call() {
		BenchSettings settings = settings();
		List<ComputeDevice> measured = backEnd.strip().toLowerCase(Locale.ROOT).equals("all") ? devices.list()
				: List.of(devices.device(backEnd));
		OptionalLong memory = deviceMemory == null ? OptionalLong.empty() : OptionalLong.of(deviceMemory);
		try (Interruption interruption = new Interruption(() -> terminal.err().println("pxst: interrupted, stopping"), text -> {
		})) {
			if (isJson)
				printJson(settings, measured, memory, interruption);
			else
				printTable(settings, measured, memory, interruption);
		}
		return ExitCode.OK;
	}

	private BenchSettings settings() {
		try {
			return new BenchSettings(frames == null ? Size.FRAMES : frames, rows == null ? size.rows : rows,
					columns == null ? size.columns : columns, window, repeats);
		} catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
	}

	private void printJson(BenchSettings settings, List<ComputeDevice> measured, OptionalLong memory, IMonitor monitor) {
		List<BenchFigure> figures = new ArrayList<>();
		bench.run(settings, measured, memory, figures::add, monitor);
		new BenchJson(figures).lines().forEach(terminal.out()::println);
	}

	/** Line by line, as soon as they are known. */
	private void printTable(BenchSettings settings, List<ComputeDevice> measured, OptionalLong memory, IMonitor monitor) {
		BenchTable table = new BenchTable(settings);
		table.heading().forEach(terminal.out()::println);
		bench.run(settings, measured, memory, figure -> table.lines(figure).forEach(line -> {
			terminal.out().println(line);
			terminal.out().flush();
		}), monitor);
	}
}
