// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kernel with the files that it includes in their places, each once. It has no directives that say so, for not all
 * compilers heed them; {@link BuildLog} knows where each line is from.
 *
 * @param lines all lines, in order
 */
record KernelSource(List<Line> lines) {
	private static final Pattern INCLUDE = Pattern.compile("\\s*#include \"([a-z_]+\\.cl)\"\\s*");

	/**
	 * A line.
	 *
	 * @param file   where it is from
	 * @param number its number there, from 1 on
	 * @param text   OpenCL C
	 */
	record Line(String file, int number, String text) {
	}

	/**
	 * Reads a kernel from the bundle.
	 *
	 * @param file name of the file, for example {@code make_whitefield.cl}
	 * @throws IllegalStateException when there is no such file: the installation is broken
	 */
	static KernelSource of(String file) {
		List<Line> lines = new ArrayList<>();
		append(file, lines, new HashSet<>());
		return new KernelSource(List.copyOf(lines));
	}

	private static void append(String file, List<Line> lines, Set<String> done) {
		if (!done.add(file))
			return;
		int number = 0;
		for (String line : read(file).split("\\R")) {
			number++;
			Matcher include = INCLUDE.matcher(line);
			if (include.matches())
				append(include.group(1), lines, done);
			else
				lines.add(new Line(file, number, line));
		}
	}

	private static String read(String file) {
		try (InputStream in = KernelSource.class.getResourceAsStream("/kernels/" + file)) {
			if (in == null)
				throw new IllegalStateException("kernel " + file + " is missing in the bundle; install PXST again");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException("kernel " + file + " cannot be read from the bundle; install PXST again", e);
		}
	}

	/** All lines as one text. */
	String text() {
		return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
	}
}
