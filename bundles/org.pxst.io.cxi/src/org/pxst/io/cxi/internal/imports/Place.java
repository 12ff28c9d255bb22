// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.List;
import java.util.Optional;

/** Where something is. */
sealed interface Place {
	/** Numbers that are said right there, for example {@code 0.5} or {@code 0,-1,0}. */
	record Constant(double[] values) implements Place {
	}

	/**
	 * A place in an HDF5 file.
	 *
	 * @param file name or pattern of the file, relative to the mapping file; empty for the sources of the import
	 * @param path the place in it
	 */
	record InHdf5(Optional<String> file, PathPattern path) implements Place {
	}

	/**
	 * Columns of a text table.
	 *
	 * @param file    name of the table, relative to the mapping file
	 * @param columns names, or numbers from 1 on; empty for all
	 */
	record InTable(String file, List<String> columns) implements Place {
	}

	/**
	 * Images in TIFF files.
	 *
	 * @param file name or pattern of the files, relative to the mapping file; empty for the sources of the import
	 */
	record InTiff(Optional<String> file) implements Place {
	}
}
