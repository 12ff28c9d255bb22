// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;

/** Opens HDF5 files of any layout to look at them. A Declarative Service; stateless, callable from any thread. */
public interface Hdf5Viewer {
	/**
	 * Opens a file for reading.
	 *
	 * @param file an HDF5 file
	 * @throws org.pxst.core.InvalidDataException when it does not exist, is not HDF5 or is damaged
	 */
	Hdf5View open(Path file);
}
