// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the journal needs of a file system, and what it counts on: that what was synced is there after a power cut, that
 * a renaming is all or nothing, and no more. Tests put a disk here that loses what was not synced.
 */
public interface Disk {
	/**
	 * Opens a file for reading and writing.
	 *
	 * @throws IOException when it does not exist or may not be written
	 */
	DiskFile open(Path file) throws IOException;

	/**
	 * Opens a file for reading only.
	 *
	 * @throws IOException when it does not exist or may not be read
	 */
	DiskFile openToRead(Path file) throws IOException;

	/**
	 * Creates a file.
	 *
	 * @throws IOException when it exists, or cannot be made
	 */
	DiskFile create(Path file) throws IOException;

	/** Whether there is a file of this name. */
	boolean exists(Path file);

	/**
	 * When a file was written last.
	 *
	 * @return ns since 1970
	 */
	long modified(Path file) throws IOException;

	/** Whether a file belongs to this user, to the superuser, or to the owner of another file. */
	boolean isTrusted(Path file, Path like) throws IOException;

	/** Gives a file another name in the same directory, in one step. */
	void rename(Path from, Path to) throws IOException;

	/** Removes a file. */
	void delete(Path file) throws IOException;

	/** Makes names that were made, changed or removed in a directory last through a power cut, where that is possible. */
	void syncDirectory(Path directory);
}
