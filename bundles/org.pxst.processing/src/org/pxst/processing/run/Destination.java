// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.List;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiWriter;

/** The file that a result goes to, made sure of before the work begins. */
public sealed interface Destination extends AutoCloseable permits InPlace, OwnFile {
	/**
	 * A file for a result alone, which takes the place of whatever has its name.
	 *
	 * @param writer writes it
	 */
	static Destination replacing(Path file, CxiWriter writer) {
		return new OwnFile(file, writer);
	}

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
