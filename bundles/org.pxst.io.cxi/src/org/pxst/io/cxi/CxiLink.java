// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A link to an object, in another file or in the same one. The object need not exist.
 *
 * @param path   path of the link inside the file; one that does not start with '/' is relative to the group it is written
 *               to
 * @param file   the file the object is in, empty for the file that the link is written to. Written relative to the
 *               directory of the file with the link where that is possible, so that both can be moved together
 * @param target absolute path of the object inside its file
 */
public record CxiLink(String path, Optional<Path> file, String target) implements CxiContent {
	/** A link into another file. */
	public static CxiLink external(String path, Path file, String target) {
		return new CxiLink(path, Optional.of(file), target);
	}

	/** A link inside the file. */
	public static CxiLink soft(String path, String target) {
		return new CxiLink(path, Optional.empty(), target);
	}
}
