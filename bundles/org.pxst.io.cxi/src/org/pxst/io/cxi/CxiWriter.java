// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;
import java.util.List;

/**
 * Writes data sets to CXI files so that the file under the final name is always whole: the old one or the new one. A
 * Declarative Service; one write at a time, callable from any thread.
 */
public interface CxiWriter {
	/**
	 * Writes a file of its own. It is made under a temporary name in the same directory, synced, and renamed. A file of
	 * that name which is there already is replaced.
	 *
	 * @param file     the new file; its directory must exist and be writable
	 * @param group    absolute path of the group that relative data set paths are in
	 * @param datasets what to write
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; nothing is left under the name then
	 */
	void write(Path file, String group, List<CxiDataset> datasets);

	/**
	 * Adds data sets to an existing file, replacing those of the same path and leaving all others as they are. The work
	 * is done on a copy in the same directory, which takes the place of the file when all the old data sets in it have
	 * been compared with the original's.
	 *
	 * @param file     an existing HDF5 file
	 * @param group    absolute path of the group that relative data set paths are in
	 * @param datasets what to write
	 * @throws org.pxst.core.InvalidDataException when it cannot be written; the file is as it was then
	 */
	void addTo(Path file, String group, List<CxiDataset> datasets);
}
