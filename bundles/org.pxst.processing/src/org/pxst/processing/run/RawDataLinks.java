// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiLink;

/** Links from a file that holds a result alone to the scan that it is from. */
public final class RawDataLinks {
	private RawDataLinks() {
	}

	/**
	 * One link for each item of the scan, at the path that it has there.
	 *
	 * @param scan  the open scan
	 * @param group absolute path of the result's group, which gets no links
	 */
	public static List<CxiLink> to(CxiFile scan, String group) {
		Path file = scan.path().toAbsolutePath().normalize();
		return scan.findings().stream().map(CxiFinding::path).flatMap(Optional::stream).distinct()
				.filter(path -> !isWithin(path, group) && !isWithin(group, path))
				.map(path -> CxiLink.external(path, file, path)).toList();
	}

	private static boolean isWithin(String path, String other) {
		return path.equals(other) || path.startsWith(other + "/");
	}
}
