// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLink;

/** The file that a result goes to, made sure of before the work begins. */
sealed interface Destination extends AutoCloseable permits InPlace, OwnFile {
	/** The file. */
	Path file();

	/**
	 * Writes a result.
	 *
	 * @param group  absolute path of its group
	 * @param result what was found, with paths relative to the group
	 * @param links  links to the raw data, for a file that does not have them itself
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; the file is as it was then
	 */
	void write(String group, List<CxiContent> result, List<CxiLink> links);

	@Override
	void close();
}
