// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.bytedeco.javacpp.BytePointer;

/**
 * How a file names another one, so that both can be moved together.
 *
 * @param file  the file with the name in it, in the directory where it will stay
 * @param other the file that is named; need not exist
 */
record NeighbourName(Path file, Path other) {
	/**
	 * The other file as seen from this one's directory, in UTF-8.
	 *
	 * @throws IOException when this file's directory is not there, or the other is no file
	 */
	BytePointer utf8() throws IOException {
		return new BytePointer(text(), StandardCharsets.UTF_8);
	}

	/**
	 * Symbolic links on the way to the directories are resolved, because ".." goes by them otherwise; the last name is
	 * kept, because a link's target may be exchanged.
	 */
	private String text() throws IOException {
		Path from = file.toAbsolutePath().getParent().toRealPath();
		Path absolute = other.toAbsolutePath();
		Path directory = absolute.getParent();
		if (directory == null)
			throw new IOException(other + " is no file that can be linked to");
		Path to = real(directory).resolve(absolute.getFileName());
		boolean sameRoot = from.getRoot().equals(to.getRoot());
		return (sameRoot ? from.relativize(to) : to).toString().replace(File.separatorChar, '/');
	}

	private static Path real(Path directory) {
		try {
			return directory.toRealPath();
		} catch (IOException e) {
			// then its name is all there is to go by
			return directory.normalize();
		}
	}
}
