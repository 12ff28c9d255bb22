// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiOptions;

/** What releng/kill-test runs: programs that write until they are killed, and one that cleans up after them. */
final class KillTestProgram {
	private KillTestProgram() {
	}

	/**
	 * One of
	 * <ul>
	 * <li>{@code write FILE SCALE}: writes results with the numbers 1, 2, ... into the file until it is killed
	 * <li>{@code add FILE STAMP}: writes results with one number into the file
	 * <li>{@code power-loss FILE STAMP CASES SEED DIRECTORY}: writes results to simulated disks that lose their power, and
	 * leaves what they have then in DIRECTORY/0, 1, ...
	 * <li>{@code recover}: reads lines "recover FILE", or "open FILE" for recovering by opening, from standard input
	 * </ul>
	 */
	public static void main(String[] arguments) throws IOException {
		switch (arguments[0]) {
		case "write" -> write(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
		case "add" -> new NativeCxiWriter().addTo(Path.of(arguments[1]), Stamped.GROUP,
				Stamped.results(Integer.parseInt(arguments[2])));
		case "power-loss" -> losePower(Path.of(arguments[1]), Integer.parseInt(arguments[2]),
				Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]), Path.of(arguments[5]));
		default -> recover();
		}
	}

	private static void write(Path file, int scale) {
		NativeCxiWriter writer = new NativeCxiWriter();
		// loads the library, so that the kill hits the writing
		writer.obstacle(file, 0);
		for (int stamp = 1;; stamp++) {
			System.out.println("writing " + stamp);
			writer.addTo(file, Stamped.GROUP, Stamped.results(stamp, scale));
		}
	}

	private static void losePower(Path file, int stamp, int cases, long seed, Path directory) throws IOException {
		Random random = new Random(seed);
		long operations = PowerLossCase.operations(file, stamp);
		for (int k = 0; k < cases; k++)
			PowerLossCase.run(file, stamp, 1 + (long) (random.nextDouble() * operations), random,
					directory.resolve(Integer.toString(k)));
		System.out.println(cases + " cases, power lost after 1 to " + operations + " operations");
	}

	private static void recover() throws IOException {
		NativeCxiWriter writer = new NativeCxiWriter();
		JhdfCxiLoader loader = new JhdfCxiLoader();
		try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				Path file = Path.of(line.substring(line.indexOf(' ') + 1));
				try {
					if (line.startsWith("open"))
						try (CxiFile cxi = loader.open(file, CxiOptions.defaults())) {
							System.out.println("answer OPENED " + cxi.findings().size());
						}
					else
						System.out.println("answer " + writer.recover(file, false).outcome());
				} catch (InvalidDataException e) {
					System.out.println("answer FAILED " + e.getMessage());
				}
			}
		}
	}
}
