// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
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

	/**
	 * The file that is to be written, when it is not the input, under whatever name.
	 *
	 * @param file   the input, which is there
	 * @param output where to write; need not be there
	 * @throws InvalidDataException when it is the input, which would be lost
	 */
	static Path other(Path file, Path output) {
		try {
			if (Files.exists(output) && Files.isSameFile(file, output))
				throw new InvalidDataException(output + ": is the file that is read, and would be lost; name another output");
		} catch (IOException e) {
			throw new InvalidDataException(output + ": cannot be told from " + file + " (" + e.getMessage() + "); name another output", e);
		}
		return output;
	}
}
