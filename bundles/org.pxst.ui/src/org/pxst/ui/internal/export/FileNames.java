// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names that are proposed for what is made of a scan.
 *
 * @param scan   the scan's file
 * @param folder where the user wants it; empty for beside the scan
 */
record FileNames(Path scan, Optional<Path> folder) {
	/** For a name that ends so: "_report.html", say. */
	Path named(String ending) {
		String name = scan.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return folder().orElse(scan.toAbsolutePath().getParent()).resolve((dot > 0 ? name.substring(0, dot) : name) + ending);
	}
}
