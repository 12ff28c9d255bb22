// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One damaged file, given to the command line: {@code info}, {@code reconstruct} into another file, and for one case in
 * four {@code reconstruct} in place, for the others one of {@code show}, {@code report} and {@code make_mask}. Whatever is
 * in the file, an exit code says what came of it, in one line and without a stack trace, and the file is as it was unless it
 * has a result now.
 */
final class FuzzCase {
	private static final Set<Integer> CODES = Set.of(ExitCode.OK, ExitCode.USAGE, ExitCode.BAD_INPUT, ExitCode.INTERRUPTED);
	private static final int IN_PLACE_EVERY = 4;

	private final long seed;
	private final int number;
	private final FuzzTemplate template;
	private final byte[] damaged;

	/**
	 * @param seed   of the whole test
	 * @param number of the case; with the seed it decides everything
	 */
	FuzzCase(long seed, int number, List<FuzzTemplate> templates) {
		this.seed = seed;
		this.number = number;
		Random random = new Random(seed * 1_000_003 + number);
		template = templates.get(random.nextInt(templates.size()));
		damaged = new Damage(random).of(template);
	}

	/**
	 * The template as it is, as a case to begin with.
	 *
	 * @param template what is given to all commands
	 */
	FuzzCase(FuzzTemplate template) {
		seed = 0;
		number = 0;
		this.template = template;
		damaged = template.bytes();
	}

	/**
	 * What happened.
	 *
	 * @param outcome the exit codes
	 * @param failure what should not have happened, or empty
	 */
	record Verdict(String outcome, Optional<String> failure) {
	}

	String name() {
		return "case " + number + " of seed " + seed + " (" + template.name() + ")";
	}

	/** The damaged file. */
	byte[] bytes() {
		return damaged.clone();
	}

	/**
	 * Runs it.
	 *
	 * @param directory of nothing but what the case makes; empty again afterwards
	 * @param pxst      the program
	 * @param begins    hears of each command before it begins
	 */
	Verdict run(Path directory, PxstCommandLine pxst, Consumer<String> begins) throws IOException {
		Path file = directory.resolve("damaged.cxi");
		Path output = directory.resolve("result.cxi");
		Files.write(file, damaged);
		StringBuilder outcome = new StringBuilder();
		try {
			begins.accept("info");
			Said info = say(pxst, "info", file);
			outcome.append("info ").append(info.code());
			info.check();
			unchanged(file, directory, Set.of());

			begins.accept("reconstruct --output");
			Said reconstruct = say(pxst, "reconstruct", file, "--output", output, "--iterations", 1);
			outcome.append(", reconstruct ").append(reconstruct.code());
			reconstruct.check();
			unchanged(file, directory, reconstruct.code() == ExitCode.BAD_INPUT ? Set.of() : Set.of("result.cxi"));

			if (number % IN_PLACE_EVERY == 0) {
				begins.accept("reconstruct --in-place");
				Said inPlace = say(pxst, "reconstruct", file, "--in-place", "--iterations", 1);
				outcome.append(", in place ").append(inPlace.code());
				inPlace.check();
				if (inPlace.code() == ExitCode.OK) {
					onlyThere(directory, Set.of("damaged.cxi", "result.cxi"));
					begins.accept("info on the result");
					Said again = say(pxst, "info", file);
					again.check();
					require(again.code() == info.code() && again.out().contains("/speckle_tracking"),
							"there is no result in place: " + again.out() + again.err());
				} else {
					onlyThere(directory, Set.of("damaged.cxi", "result.cxi", "damaged_pxst.cxi"));
					require(Arrays.equals(damaged, Files.readAllBytes(file)), "a refused result changed the file");
				}
			}
			also(pxst, file, directory, outcome, begins);
			return new Verdict(outcome.toString(), Optional.empty());
		} catch (Failure e) {
			return new Verdict(outcome.toString(), Optional.of(e.getMessage()));
		} finally {
			empty(directory);
		}
	}

	/** Other commands that read a file, one for each case that has no write in place. */
	private void also(PxstCommandLine pxst, Path file, Path directory, StringBuilder outcome, Consumer<String> begins)
			throws IOException, Failure {
		Object[] command = switch (number % IN_PLACE_EVERY) {
		case 1 -> new Object[] { "show", file };
		case 2 -> new Object[] { "report", file, "-o", directory.resolve("report.html") };
		case 3 -> new Object[] { "make_mask", file, "-o", directory.resolve("mask.cxi") };
		default -> new Object[0];
		};
		if (command.length == 0)
			return;
		begins.accept(command[0].toString());
		Said said = say(pxst, command);
		outcome.append(", ").append(command[0]).append(' ').append(said.code());
		said.check();
		unchanged(file, directory, Set.of("result.cxi", "report.html", "mask.cxi"));
	}

	private void unchanged(Path file, Path directory, Set<String> others) throws IOException, Failure {
		require(Arrays.equals(damaged, Files.readAllBytes(file)), "the input was changed");
		Set<String> names = new TreeSet<>(others);
		names.add(file.getFileName().toString());
		onlyThere(directory, names);
	}

	private static void onlyThere(Path directory, Set<String> names) throws IOException, Failure {
		try (Stream<Path> there = Files.list(directory)) {
			for (Path path : there.toList())
				require(names.contains(path.getFileName().toString()), path.getFileName() + " was left behind");
		}
	}

	private static void empty(Path directory) throws IOException {
		try (Stream<Path> there = Files.list(directory)) {
			for (Path path : there.toList())
				Files.delete(path);
		}
	}

	private static void require(boolean condition, String failure) throws Failure {
		if (!condition)
			throw new Failure(failure);
	}

	private static Said say(PxstCommandLine pxst, Object... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
		Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), errors, 0);
		PrintStream before = System.err;
		// what threads and libraries print there reaches the user too
		System.setErr(errors);
		try {
			int code = pxst.run(terminal, Stream.of(arguments).map(Object::toString).toArray(String[]::new));
			return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
		} finally {
			System.setErr(before);
		}
	}

	/** What a command said. */
	private record Said(int code, String out, String err) {
		void check() throws Failure {
			require(CODES.contains(code), "exit code " + code + ": " + err);
			require(err.lines().noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Exception in thread")),
					"a stack trace: " + err);
			require(!err.contains("OutOfMemoryError") && !err.contains("out of memory") && !err.contains("Java heap space"),
					"out of memory: " + err);
			require(code == ExitCode.OK || err.lines().filter(line -> line.startsWith("pxst: ")).count() == 1,
					"not one line that says what is wrong: " + err);
		}
	}

	private static final class Failure extends Exception {
		private static final long serialVersionUID = 1L;

		Failure(String message) {
			super(message);
		}
	}
}
