// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for a result that cannot go into its scan: {@code NAME_pxst.cxi} for a scan {@code NAME.cxi}. */
final class AutomaticName {
	private static final String SUFFIX = "_pxst";
	private static final String EXTENSION = ".cxi";
	private static final Path HERE = Path.of("");

	private final Path input;
	private final String name;

	/** @param input the scan */
	AutomaticName(Path input) {
		this.input = input;
		String file = input.getFileName().toString();
		int dot = file.lastIndexOf('.');
		name = (dot > 0 ? file.substring(0, dot) : file) + SUFFIX;
	}

	/** Beside the scan, and in the current directory; in this order. */
	List<Path> places() {
		return directories().map(this::in).distinct().toList();
	}

	/**
	 * Where a result can go that is ready and must not be lost: beside the scan, the current directory, the user's own,
	 * the one for temporary files. Numbered where a file has the name already, so that none is replaced.
	 */
	List<Path> lastResorts() {
		List<Path> directories = new ArrayList<>(directories().toList());
		Stream.of("user.home", "java.io.tmpdir").map(System::getProperty).map(Path::of).forEach(directories::add);
		return directories.stream().map(this::unused).distinct().toList();
	}

	private Stream<Path> directories() {
		return Stream.of(input.resolveSibling(HERE), HERE);
	}

	private Path in(Path directory) {
		return directory.resolve(name + EXTENSION);
	}

	private Path unused(Path directory) {
		return IntStream.iterate(2, n -> n + 1).mapToObj(n -> directory.resolve(name + "_" + n + EXTENSION))
				.dropWhile(Files::exists).findFirst().map(numbered -> Files.exists(in(directory)) ? numbered : in(directory))
				.orElseThrow();
	}
}
