// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line of the workbench says.
 *
 * @param files    to open at the start
 * @param dark     whether the theme is to be dark; empty: as it was the last time
 * @param pictures where pictures of all views go, after which the workbench closes; empty: it stays open for a user
 */
record Arguments(List<Path> files, Optional<Boolean> dark, Optional<Path> pictures) {
	private static final String THEME = "--theme=";
	private static final String PICTURES = "--pictures=";

	/**
	 * Files, {@code --theme=dark} or {@code --theme=light}, {@code --pictures=DIRECTORY}. What the framework leaves over, an
	 * option with one dash and its value, is skipped.
	 *
	 * @throws IllegalArgumentException for other options; names the first
	 */
	static Arguments of(String... arguments) {
		List<Path> files = new ArrayList<>();
		Optional<Boolean> dark = Optional.empty();
		Optional<Path> pictures = Optional.empty();
		for (int k = 0; k < arguments.length; k++) {
			String argument = arguments[k];
			if (argument.equals(THEME + "dark") || argument.equals(THEME + "light"))
				dark = Optional.of(argument.endsWith("dark"));
			else if (argument.startsWith(PICTURES))
				pictures = Optional.of(Path.of(argument.substring(PICTURES.length())).toAbsolutePath());
			else if (argument.startsWith("--"))
				throw new IllegalArgumentException("unknown option " + argument);
			else if (argument.startsWith("-"))
				k++;
			else
				files.add(Path.of(argument).toAbsolutePath());
		}
		return new Arguments(List.copyOf(files), dark, pictures);
	}
}
