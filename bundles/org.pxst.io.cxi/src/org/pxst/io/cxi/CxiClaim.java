// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;
import java.util.List;

/**
 * The right to write into an existing file, held by one program at a time; those that only read are not held up. Taken
 * before a long computation, so that nobody computes what cannot be written. Given back when closed, and when the
 * process ends for whatever reason. For one thread at a time.
 */
public interface CxiClaim extends AutoCloseable {
	/** The file. */
	Path file();

	/**
	 * Adds content to the file, replacing what has the same paths and leaving all else as it is, to the byte. Whatever
	 * happens meanwhile (a kill, a power cut, a full disk), the file has all of the new content or none of it, at the
	 * latest when it is opened the next time.
	 *
	 * @param group   absolute path of the group that relative paths are in
	 * @param content what to write
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; the file is as it was then
	 */
	void add(String group, List<? extends CxiContent> content);

	@Override
	void close();
}
