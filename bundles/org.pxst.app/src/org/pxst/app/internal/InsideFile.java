// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

/**
 * A place in an HDF5 file, written {@code FILE/path} or {@code FILE/path[slice]}.
 *
 * @param file  the file
 * @param path  absolute path inside it, "/" when only the file was named
 * @param slice what stands between the brackets, empty when there are none
 */
record InsideFile(Path file, String path, Optional<String> slice) {
	private static final Pattern SLICED = Pattern.compile("(.*)\\[([^\\[\\]]*)\\]", Pattern.DOTALL);
	/** A name that files are given which hold HDF5. */
	private static final Pattern NEW_FILE = Pattern.compile("(?i)(.*?\\.(?:cxi|h5|hdf5|hdf|nxs|nx))(/.*)?", Pattern.DOTALL);

	/**
	 * Takes apart what the user typed. The file is the longest beginning that is the name of an existing file.
	 *
	 * @throws InvalidDataException when no beginning is
	 */
	static InsideFile existing(String typed) {
		return find(typed).orElseThrow(() -> new InvalidDataException(
				typed + ": there is no such file" + (Files.isDirectory(Path.of(typed)) ? ", but a directory; name a file in it"
						: "; a place in a file is written FILE/path")));
	}

	/**
	 * The same for a file that may be made: it ends with the extension of HDF5 files then.
	 *
	 * @throws InvalidDataException when there is neither a file nor such an extension
	 */
	static InsideFile existingOrNew(String typed) {
		return find(typed).orElseGet(() -> {
			Matcher named = NEW_FILE.matcher(typed);
			if (!named.matches())
				throw new InvalidDataException(typed + ": there is no such file; one that is to be made must be named like "
						+ "name.h5/path or name.cxi/path");
			return new InsideFile(Path.of(named.group(1)), absolute(named.group(2)), Optional.empty());
		});
	}

	private static Optional<InsideFile> find(String typed) {
		Optional<InsideFile> whole = split(typed, Optional.empty());
		Matcher sliced = SLICED.matcher(typed);
		boolean couldBeSlice = whole.isEmpty() || !"/".equals(whole.get().path);
		return couldBeSlice && sliced.matches() ? split(sliced.group(1), Optional.of(sliced.group(2))) : whole;
	}

	private static Optional<InsideFile> split(String typed, Optional<String> slice) {
		for (int end = typed.length(); end > 0; end = lastSeparator(typed, end - 1))
			if (isFile(typed.substring(0, end)))
				return Optional.of(new InsideFile(Path.of(typed.substring(0, end)), absolute(typed.substring(end)), slice));
		return Optional.empty();
	}

	private static int lastSeparator(String typed, int from) {
		return Math.max(typed.lastIndexOf('/', from), typed.lastIndexOf(File.separatorChar, from));
	}

	private static boolean isFile(String name) {
		try {
			return Files.isRegularFile(Path.of(name));
		} catch (InvalidPathException e) {
			return false;
		}
	}

	private static String absolute(String path) {
		return path == null ? "/" : ("/" + path.replace(File.separatorChar, '/')).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
	}

	/** File and path, as the user would type them. */
	String shown() {
		return file + ("/".equals(path) ? "" : path) + slice.map(text -> "[" + text + "]").orElse("");
	}
}
