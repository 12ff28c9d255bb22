// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where results are to go.
 *
 * @param kind      how the file is chosen
 * @param file      the file, for {@link Kind#FILE}
 * @param overwrite whether that may replace a file that is not a result of pxst
 */
public record Target(Kind kind, Optional<Path> file, boolean overwrite) {
	/** How the file is chosen. */
	public enum Kind {
		/** The scan itself, or where that cannot be a file of its own beside it or in the current directory. */
		AUTOMATIC,
		/** The scan itself or nothing. */
		IN_PLACE,
		/** A file of its own, with links to the scan. */
		FILE
	}

	/** Checks that there is a file where one is needed. */
	public Target {
		if (kind == Kind.FILE != file.isPresent())
			throw new IllegalArgumentException(kind + " with " + file);
	}

	/** The scan itself where that can be. */
	public static Target automatic() {
		return new Target(Kind.AUTOMATIC, Optional.empty(), false);
	}

	/** The scan itself or nothing. */
	public static Target inPlace() {
		return new Target(Kind.IN_PLACE, Optional.empty(), false);
	}

	/**
	 * A file of its own.
	 *
	 * @param overwrite whether it may replace a file that is not a result of pxst
	 */
	public static Target file(Path file, boolean overwrite) {
		return new Target(Kind.FILE, Optional.of(file), overwrite);
	}
}
