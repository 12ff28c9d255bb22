// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code pxst bench reading}. */
@Command(name = "reading", description = {
		"Reads the frames of CXI files one by one, and prints how many MB (10^6 bytes, not compressed) a second that gives: "
				+ "in the file's own type with 1 and with 2 threads, and as float with 1.",
		"Each kind is read once before it is timed, so that the files are in memory and the program is compiled; "
				+ "medians are printed. releng/bench-reading compares with h5py." })
final class BenchReadingCommand implements Callable<Integer> {
	private final CxiLoader loader;
	private final Terminal terminal;
	private final InputStream input;

	@Spec
	private CommandSpec spec;

	@ArgGroup(exclusive = true, multiplicity = "1")
	private What what;

	private static final class What {
		@Option(names = "--files", required = true, paramLabel = "DIR", description = "The files: all *.cxi and *.h5 in this directory.")
		private Path directory;

		@Option(names = "--serve", required = true,
				description = "Lines on standard input say what to measure: 1, 2, float or check, a space, and a file. "
						+ "For each, a line with the seconds is printed, or the CRC-32 of all frames for check. "
						+ "Files stay open until the end of the input.")
		private boolean serve;
	}

	@Option(names = "--repeats", paramLabel = "N", defaultValue = "5",
			description = "How often each is timed (default: ${DEFAULT-VALUE}).")
	private int repeats;

	/**
	 * @param loader   opens CXI files
	 * @param terminal where to print
	 * @param input    the lines for {@code --serve}
	 */
	BenchReadingCommand(CxiLoader loader, Terminal terminal, InputStream input) {
		this.loader = loader;
		this.terminal = terminal;
		this.input = input;
	}

	@Override
	public Integer call() {
		if (repeats < 1)
			throw new ParameterException(spec.commandLine(), "--repeats is " + repeats + "; it must be at least 1");
		if (what.serve)
			serve();
		else
			printTable(files(what.directory));
		return ExitCode.OK;
	}

	private static List<Path> files(Path directory) {
		try (Stream<Path> all = Files.list(directory)) {
			List<Path> files = all.filter(file -> file.toString().endsWith(".cxi") || file.toString().endsWith(".h5"))
					.sorted().toList();
			if (files.isEmpty())
				throw new InvalidDataException(directory + ": no *.cxi or *.h5 in this directory");
			return files;
		} catch (IOException | UncheckedIOException e) {
			throw new InvalidDataException(directory + ": this directory cannot be listed; give another with --files", e);
		}
	}

	private void printTable(List<Path> files) {
		terminal.out().println(String.format(Locale.ROOT, "%-32s %-8s %18s %10s %10s %10s", "file", "type", "frames",
				"1 thread", "2 threads", "float[]"));
		for (Path file : files)
			try (CxiFile opened = open(file)) {
				FrameSource frames = opened.scan().frames();
				FrameReading reading = new FrameReading(frames);
				terminal.out().println(String.format(Locale.ROOT, "%-32s %-8s %18s %10.0f %10.0f %10.0f",
						file.getFileName(), frames.type().name().toLowerCase(Locale.ROOT),
						frames.frames() + " x " + frames.rows() + " x " + frames.columns(),
						reading.speed(reading::oneThread, repeats), reading.speed(reading::twoThreads, repeats),
						reading.speed(reading::floats, repeats)));
			}
		terminal.out().println("MB/s of uncompressed bytes in the file's type, median of " + repeats);
	}

	private void serve() {
		Map<String, CxiFile> open = new HashMap<>();
		Map<String, FrameReading> readings = new HashMap<>();
		try {
			BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null && !line.isBlank(); line = lines.readLine()) {
				String[] words = line.split(" ", 2);
				if (words.length < 2)
					throw new InvalidDataException("standard input: '" + line + "' is not a kind of reading and a file");
				FrameReading reading = readings.computeIfAbsent(words[1],
						name -> new FrameReading(open.computeIfAbsent(name, this::open).scan().frames()));
				terminal.out().println(switch (words[0]) {
				case "1" -> String.format(Locale.ROOT, "%.6f", reading.oneThread());
				case "2" -> String.format(Locale.ROOT, "%.6f", reading.twoThreads());
				case "float" -> String.format(Locale.ROOT, "%.6f", reading.floats());
				case "check" -> String.format(Locale.ROOT, "%08x", reading.checksum());
				default -> throw new InvalidDataException(
						"standard input: '" + words[0] + "' is not one of 1, 2, float, check");
				});
				terminal.out().flush();
			}
		} catch (IOException e) {
			throw new InvalidDataException("standard input cannot be read", e);
		} finally {
			open.values().forEach(CxiFile::close);
		}
	}

	private CxiFile open(Path file) {
		return loader.open(InputFile.existing(file), CxiOptions.defaults());
	}

	private CxiFile open(String file) {
		return open(Path.of(file));
	}
}
