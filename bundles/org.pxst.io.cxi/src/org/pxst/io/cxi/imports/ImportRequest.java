// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.imports;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be imported.
 *
 * @param sources   HDF5 files, TIFF files, or directories of TIFF files; may be empty when the protocol names all files
 * @param protocol  {@link #AUTO}, the name of a protocol that comes with PXST, or a mapping file
 * @param positions a text table with the sample positions, for example {@code positions.txt in um}; or empty
 * @param settings  what the user says about single items, as in a mapping file; wins over the protocol
 * @param storage   what to do with frames in HDF5 files
 */
public record ImportRequest(List<Path> sources, String protocol, Optional<String> positions,
		Map<String, String> settings, Storage storage) {
	/** Stands for the protocol that fits the sources. */
	public static final String AUTO = "auto";

	/** What to do with frames. */
	public enum Storage {
		/** Link to those in HDF5 files; copy what cannot be linked. */
		LINK,
		/** Copy them into the new file. */
		COPY
	}

	/** Takes copies. */
	public ImportRequest {
		sources = List.copyOf(sources);
		settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
	}
}
