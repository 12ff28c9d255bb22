// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.pxst.core.InvalidDataException;

/** Checks of an input before anything is read. */
final class InputFile {
	private InputFile() {
	}

	/**
	 * The file, when it is there to be read.
	 *
	 * @throws InvalidDataException when it is not
	 */
	static Path existing(Path file) {
		if (!Files.exists(file))
			throw new InvalidDataException(file + ": there is no such file");
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a CXI file in it");
		if (!Files.isReadable(file))
			throw new InvalidDataException(file + ": is not readable for this user");
		return file;
	}
}
