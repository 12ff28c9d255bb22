// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The fuzz test as a command: damaged files for {@code info} and {@code reconstruct}, in batches, each batch in a virtual
 * machine of its own that is watched for hanging, crashing and running out of memory.
 */
final class FuzzMain {
	private static final int DEFAULT_CASES = 10_000;
	private static final int BATCH = 1000;
	private static final long LIMIT_SECONDS = 10;
	private static final long START_SECONDS = 120;
	private static final String HEAP = "-Xmx512m";
	/** Exit status of a process that was killed: 128 + SIGKILL. */
	private static final int OUT_OF_MEMORY = 137;
	/** Comes after the last line of a process. */
	private static final String END = "";
	private static final String USAGE = "fuzz [CASES] [--seed S] [--first N] [--keep DIR] [FILE...]";

	private final long seed;
	private final Path keep;
	private final List<String> files;
	private final Path work;
	private final Map<String, Integer> outcomes = new TreeMap<>();
	private final List<String> failures = new ArrayList<>();

	private FuzzMain(long seed, Path keep, List<String> files, Path work) {
		this.seed = seed;
		this.keep = keep;
		this.files = files;
		this.work = work;
	}

	/** @param arguments see {@link #USAGE} */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		int cases = DEFAULT_CASES;
		int first = 0;
		long seed = 1;
		Path keep = Path.of("fuzz-failures");
		List<String> files = new ArrayList<>();
		try {
			for (int k = 0; k < arguments.length; k++)
				switch (arguments[k]) {
				case "--seed" -> seed = Long.parseLong(arguments[++k]);
				case "--first" -> first = Integer.parseInt(arguments[++k]);
				case "--keep" -> keep = Path.of(arguments[++k]);
				default -> {
					if (arguments[k].matches("\\d+"))
						cases = Integer.parseInt(arguments[k]);
					else if (Files.isRegularFile(Path.of(arguments[k])))
						files.add(Path.of(arguments[k]).toAbsolutePath().toString());
					else
						throw new IllegalArgumentException(arguments[k]);
				}
				}
		} catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
			System.err.println("fuzz: " + e.getMessage() + "; usage: " + USAGE);
			System.exit(ExitCode.USAGE);
		}
		Path work = Files.createTempDirectory("pxst-fuzz-");
		try {
			int failures = new FuzzMain(seed, keep, files, work).run(first, first + cases);
			System.exit(failures == 0 ? 0 : 1);
		} finally {
			delete(work);
		}
	}

	private int run(int first, int end) throws IOException, InterruptedException {
		long start = System.nanoTime();
		int next = first;
		while (next < end) {
			next = batch(next, Math.min(end, next + BATCH));
			System.out.printf("%d of %d cases, %d failures, %.0f s%n", next - first, end - first, failures.size(),
					(System.nanoTime() - start) / 1e9);
		}
		System.out.println();
		outcomes.forEach((outcome, count) -> System.out.printf("%8d  %s%n", count, outcome));
		failures.forEach(failure -> System.out.println("FAILED    " + failure));
		System.out.printf("%d cases, seed %d, %d failures, %.0f s%n", end - first, seed, failures.size(),
				(System.nanoTime() - start) / 1e9);
		return failures.size();
	}

	/** Runs cases in one process until they are done or it ends; returns the first that was not run. */
	private int batch(int first, int end) throws IOException, InterruptedException {
		Process child = start(first, end);
		LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
		Thread reader = new Thread(() -> read(child, lines), "fuzz-reader");
		reader.setDaemon(true);
		reader.start();
		int running = first;
		String doing = "start";
		try {
			while (true) {
				String line = lines.poll(doing.equals("start") ? START_SECONDS : LIMIT_SECONDS, TimeUnit.SECONDS);
				if (line == null) {
					fail(running, "hangs for more than " + LIMIT_SECONDS + " s in " + doing + stack(child, lines));
					return running + 1;
				}
				if (line.equals(END)) {
					int status = child.waitFor();
					if (status == 0 && running == end)
						return end;
					if (doing.equals("start"))
						throw new IOException("the cases cannot be run: " + Files.readString(work.resolve("stderr")));
					if (running == end) {
						fail(end - 1, "the virtual machine crashed with status " + status + " when it ended, after the last case");
						return end;
					}
					fail(running, (status == OUT_OF_MEMORY ? "out of memory" : "the virtual machine crashed with status " + status)
							+ " in " + doing + ": " + Files.readString(work.resolve("stderr")).strip());
					return running + 1;
				}
				String[] words = line.split(" ", 3);
				switch (words[0]) {
				case "ready" -> doing = "ready";
				case "begin" -> doing = words[2];
				case "done", "failed" -> {
					outcomes.merge(words[0].equals("done") ? words[2] : "failed", 1, Integer::sum);
					if (words[0].equals("failed"))
						keep(running, words[2]);
					running++;
				}
				default -> {
					// what a library prints
				}
				}
			}
		} finally {
			child.destroyForcibly().waitFor();
		}
	}

	private Process start(int first, int end) throws IOException {
		Path leftBehind = work.resolve(FuzzChild.CASES);
		if (Files.exists(leftBehind))
			delete(leftBehind);
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				HEAP, "-XX:+UseSerialGC", "-XX:OnOutOfMemoryError=kill -KILL %p", "-XX:-CreateCoredumpOnCrash",
				"-XX:ErrorFile=" + work.resolve("crash.log"), "-Djava.awt.headless=true", "--add-opens",
				"java.base/java.lang=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp",
				System.getProperty("java.class.path"), FuzzChild.class.getName(), work.toString(), Long.toString(seed),
				Integer.toString(first), Integer.toString(end)));
		command.addAll(files);
		return new ProcessBuilder(command).redirectError(work.resolve("stderr").toFile()).start();
	}

	private static void read(Process child, LinkedBlockingQueue<String> lines) {
		try (BufferedReader reader = child.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine())
				if (!line.isEmpty())
					lines.add(line);
		} catch (IOException e) {
			lines.add("the output ended: " + e.getMessage());
		}
		lines.add(END);
	}

	/** Where the threads of a process are that hangs. */
	private static String stack(Process child, LinkedBlockingQueue<String> lines) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-QUIT", Long.toString(child.pid())).start().waitFor();
		StringBuilder stack = new StringBuilder();
		for (String line = lines.poll(5, TimeUnit.SECONDS); line != null; line = lines.poll(1, TimeUnit.SECONDS))
			if (line.startsWith("\"") || line.startsWith("\tat "))
				stack.append('\n').append(line);
		return stack.toString();
	}

	private void fail(int number, String what) throws IOException {
		outcomes.merge("failed", 1, Integer::sum);
		keep(number, what);
	}

	/** Keeps the damaged file and what was wrong. */
	private void keep(int number, String what) throws IOException {
		Files.createDirectories(keep);
		String name = "seed-" + seed + "-case-" + number;
		Files.copy(work.resolve("running"), keep.resolve(name + ".cxi"), StandardCopyOption.REPLACE_EXISTING);
		Files.writeString(keep.resolve(name + ".txt"), what + "\n");
		if (Files.exists(work.resolve("crash.log")))
			Files.move(work.resolve("crash.log"), keep.resolve(name + ".crash.txt"), StandardCopyOption.REPLACE_EXISTING);
		String firstLine = what.lines().findFirst().orElse("");
		failures.add("case " + number + ", kept in " + keep.resolve(name + ".cxi") + ": "
				+ (firstLine.length() > 300 ? firstLine.substring(0, 300) + " ..." : firstLine));
		System.out.println(failures.get(failures.size() - 1));
	}

	private static void delete(Path directory) throws IOException {
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}
		});
	}
}
