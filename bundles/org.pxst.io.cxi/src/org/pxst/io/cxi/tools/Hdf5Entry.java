// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something in an HDF5 file.
 *
 * @param path       absolute path
 * @param kind       what it is; for a link what it leads to
 * @param layout     of a data set, else empty
 * @param link       where it leads when it is a soft or external link, {@code /path} or {@code file:/path}; else empty
 * @param sameAs     the path under which the same object was met before, else empty
 * @param problem    why it cannot be reached or read, else empty
 * @param attributes by name: numbers, strings or arrays of them; those that can be read
 */
public record Hdf5Entry(String path, Kind kind, Optional<Hdf5Layout> layout, Optional<String> link,
		Optional<String> sameAs, Optional<String> problem, Map<String, Object> attributes) {
	/** Takes a copy of the attributes that keeps their order. */
	public Hdf5Entry {
		attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
	}

	/** Kinds of objects. */
	public enum Kind {
		/** A group. */
		GROUP,
		/** A data set. */
		DATASET,
		/** A named type, or something that cannot be reached. */
		OTHER
	}

	/** The last part of the path. */
	public String name() {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
