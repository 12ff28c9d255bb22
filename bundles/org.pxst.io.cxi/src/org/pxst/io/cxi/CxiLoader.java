// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;

/** Opens CXI files. A Declarative Service; stateless, callable from any thread. */
public interface CxiLoader {
	/**
	 * Opens a file for reading and looks for the items of a scan.
	 *
	 * @param file    a CXI (HDF5) file
	 * @param options what the user knows better
	 * @throws org.pxst.core.InvalidDataException when it does not exist, is not HDF5 or is damaged; an item that is
	 *                                            missing is no error here
	 */
	CxiFile open(Path file, CxiOptions options);
}
