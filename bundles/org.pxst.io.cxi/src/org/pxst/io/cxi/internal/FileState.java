// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What shows that a file was changed by somebody else.
 *
 * @param size     length in bytes
 * @param modified when it was written last
 */
record FileState(long size, FileTime modified) {
	/** How a file is now. */
	static FileState of(Path file) throws IOException {
		BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return new FileState(attributes.size(), attributes.lastModifiedTime());
	}

	/**
	 * Makes sure that a file is still as it was.
	 *
	 * @throws IOException when it is not
	 */
	void requireUnchanged(Path file) throws IOException {
		if (!equals(of(file)))
			throw new IOException("another program changed the file meanwhile; try again when it is done");
	}
}
