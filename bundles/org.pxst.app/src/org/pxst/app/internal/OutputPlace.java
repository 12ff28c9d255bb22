// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.pxst.core.InvalidDataException;

/** Checks of a place for a new file, before the work begins. */
final class OutputPlace {
	private OutputPlace() {
	}

	/**
	 * Checks that a file of this name can be made or replaced.
	 *
	 * @throws InvalidDataException when it cannot
	 */
	static void creatable(Path file) {
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a file in it");
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new InvalidDataException(file + ": is a device or the like, and no place for a file; name another one");
		Path directory = file.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory))
			throw new InvalidDataException(file + ": its directory " + directory + " does not exist; make it first");
		writableDirectory(directory);
	}

	/**
	 * Checks that files can be made in a directory, by making one: access rights alone do not tell of read-only mounts.
	 *
	 * @throws InvalidDataException when they cannot
	 */
	static void writableDirectory(Path directory) {
		try {
			Files.delete(Files.createTempFile(directory, ".pxst-", ".check"));
		} catch (IOException e) {
			throw new InvalidDataException(directory + ": no files can be made in this directory ("
					+ e.getClass().getSimpleName() + "); choose another or change its rights", e);
		}
	}
}
