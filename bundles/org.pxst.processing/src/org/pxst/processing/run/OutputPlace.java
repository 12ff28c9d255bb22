// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.pxst.core.InvalidDataException;

/** Checks of a place for a new file, before the work begins. */
public final class OutputPlace {
	/** What a PNG file begins with (PNG specification, section 5.2). */
	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private OutputPlace() {
	}

	/**
	 * Checks that a file of this name can be made or replaced.
	 *
	 * @throws InvalidDataException when it cannot
	 */
	public static void creatable(Path file) {
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
	 * Checks that a picture of this name can be made, or replaces one.
	 *
	 * @throws InvalidDataException when it cannot, or what has the name is something else
	 */
	public static void picture(Path file) {
		creatable(file);
		if (!Files.exists(file))
			return;
		try (InputStream there = Files.newInputStream(file)) {
			byte[] beginning = there.readNBytes(PNG.length);
			if (beginning.length > 0 && !Arrays.equals(beginning, PNG))
				throw new InvalidDataException(file + ": exists and is no picture; name another file");
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be looked at (" + e.getClass().getSimpleName() + "); name another file", e);
		}
	}

	/**
	 * Checks that files can be made in a directory, by making one: access rights alone do not tell of read-only mounts.
	 *
	 * @throws InvalidDataException when they cannot
	 */
	public static void writableDirectory(Path directory) {
		try {
			Files.delete(Files.createTempFile(directory, ".pxst-", ".check"));
		} catch (IOException e) {
			throw new InvalidDataException(directory + ": no files can be made in this directory ("
					+ e.getClass().getSimpleName() + "); choose another or change its rights", e);
		}
	}
}
