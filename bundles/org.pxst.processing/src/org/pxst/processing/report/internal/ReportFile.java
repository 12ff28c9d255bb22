// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

import org.pxst.core.InvalidDataException;

/**
 * The file that a page goes to.
 *
 * @param path      its name
 * @param overwrite whether a file that is no page of ours may be replaced
 */
record ReportFile(Path path, boolean overwrite) {
	/**
	 * Checks that a page may go there.
	 *
	 * @throws InvalidDataException when it may not
	 */
	void check() {
		if (Files.isDirectory(path))
			throw new InvalidDataException(path + ": is a directory; name a file for the report");
		Path directory = path.toAbsolutePath().getParent();
		if (!Files.isDirectory(directory))
			throw new InvalidDataException(path + ": there is no directory " + directory + " for the report; make it or name another one");
		if (!overwrite && Files.exists(path) && !isReport())
			throw new InvalidDataException(path + ": exists and is no report of PXST; name another file, or use --overwrite");
	}

	private boolean isReport() {
		byte[] beginning = Page.BEGINNING.getBytes(StandardCharsets.UTF_8);
		try (InputStream stream = Files.newInputStream(path)) {
			return Arrays.equals(stream.readNBytes(beginning.length), beginning);
		} catch (IOException e) {
			return false;
		}
	}

	/** Writes the page; the file under its name is whole. */
	void write(String html) {
		Path temporary = path.resolveSibling("." + path.getFileName() + "-" + UUID.randomUUID() + ".part");
		try {
			Files.writeString(temporary, html);
			move(temporary);
		} catch (IOException e) {
			InvalidDataException failure = new InvalidDataException(
					path + ": the report cannot be written: " + reason(e) + "; check space and permissions, or name another file", e);
			delete(temporary, failure);
			throw failure;
		}
	}

	private void move(Path temporary) throws IOException {
		try {
			Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void delete(Path temporary, InvalidDataException failure) {
		try {
			Files.deleteIfExists(temporary);
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}

	private static String reason(IOException e) {
		if (e instanceof FileSystemException f && f.getReason() != null)
			return f.getReason();
		return e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Exception", "");
	}
}
