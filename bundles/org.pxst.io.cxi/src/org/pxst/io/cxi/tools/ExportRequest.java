// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;
import java.util.List;

/**
 * What to export, and where to.
 *
 * @param file      an HDF5 file with a result
 * @param group     absolute path of the group that the result is in
 * @param datasets  paths of data sets, relative to the group or absolute; empty for all that go with the format
 * @param format    what to write
 * @param output    a file for {@link Format#NEXUS}, else a directory, which is made when it is not there
 * @param overwrite whether files that exist may be replaced
 */
public record ExportRequest(Path file, String group, List<String> datasets, Format format, Path output,
		boolean overwrite) {
	/** Takes a copy. */
	public ExportRequest {
		datasets = List.copyOf(datasets);
	}

	/** File formats. */
	public enum Format {
		/** One NeXus file with an NXdata group for each data set. */
		NEXUS,
		/** A TIFF file of 32-bit floats for each image. */
		TIFF,
		/** A text table for each curve and list of positions, and one for all single numbers. */
		CSV
	}
}
