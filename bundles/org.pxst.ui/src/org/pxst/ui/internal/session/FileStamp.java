// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What shows that a file has changed.
 *
 * @param size     length in bytes
 * @param modified when it was written last
 * @param key      what tells the file from another one that took its name; empty text where the system has nothing of the kind
 * @param readable whether this user may read it
 * @param journal  whether pxst is writing into it, or was interrupted while it did
 */
record FileStamp(long size, FileTime modified, String key, boolean readable, boolean journal) {
	private static final String JOURNAL = ".pxst-journal";

	/**
	 * Looks at a file.
	 *
	 * @return empty when there is none
	 * @throws IOException when that cannot be found out
	 */
	static Optional<FileStamp> of(Path file) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			// the journal is beside the file itself, and not beside a link to it
			Path real = file.toRealPath();
			Path name = real.getFileName();
			boolean journal = name != null && Files.exists(real.resolveSibling(name + JOURNAL));
			return Optional.of(new FileStamp(attributes.size(), attributes.lastModifiedTime(),
					String.valueOf(attributes.fileKey()), Files.isReadable(file), journal));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}
}
