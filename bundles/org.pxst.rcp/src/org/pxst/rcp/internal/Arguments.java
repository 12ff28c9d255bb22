// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line of the workbench says.
 *
 * @param files    to open at the start
 * @param dark     whether the theme is to be dark; empty: as it was the last time
 * @param pictures where pictures of all views go, after which the workbench closes; empty: it stays open for a user
 */
record Arguments(List<Path> files, Optional<Boolean> dark, Optional<Path> pictures) {
	private static final String THEME = "--theme";
	private static final String PICTURES = "--pictures";
	/** Read by the start script. */
	private static final String DEBUG = "--debug";

	/**
	 * Files, {@code --theme dark} or {@code --theme light}, {@code --pictures DIRECTORY}, also with {@code =} in between. What the
	 * framework leaves over, an option with one dash and its value, is skipped.
	 *
	 * @throws IllegalArgumentException for other options, and for an option without its value; names the first
	 */
	static Arguments of(String... arguments) {
		List<Path> files = new ArrayList<>();
		Optional<Boolean> dark = Optional.empty();
		Optional<Path> pictures = Optional.empty();
		Iterator<String> words = Arrays.stream(arguments).filter(word -> !word.equals(DEBUG))
				.flatMap(word -> word.startsWith("--") ? Arrays.stream(word.split("=", 2)) : Stream.of(word)).iterator();
		while (words.hasNext()) {
			String word = words.next();
			if (word.equals(THEME))
				dark = Optional.of(isDark(value(word, words)));
			else if (word.equals(PICTURES))
				pictures = Optional.of(Path.of(value(word, words)).toAbsolutePath());
			else if (word.startsWith("--"))
				throw new IllegalArgumentException("unknown option " + word);
			else if (word.startsWith("-"))
				value(word, words);
			else
				files.add(Path.of(word).toAbsolutePath());
		}
		return new Arguments(List.copyOf(files), dark, pictures);
	}

	private static String value(String option, Iterator<String> words) {
		if (!words.hasNext())
			throw new IllegalArgumentException("the option " + option + " needs a value");
		return words.next();
	}

	private static boolean isDark(String theme) {
		return switch (theme) {
		case "dark" -> true;
		case "light" -> false;
		default -> throw new IllegalArgumentException("the theme is dark or light, not " + theme);
		};
	}
}
