// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.imports;

import java.util.List;

/**
 * Makes CXI files from scans in other layouts. What is where is said by a protocol: one that comes with PXST, or a mapping
 * file. A Declarative Service; stateless, callable from any thread.
 */
public interface ScanImporter {
	/** The protocols that come with PXST, in the order in which they are tried. */
	List<ImportProtocol> protocols();

	/**
	 * Opens the sources and looks for the items of a scan. Nothing is written, and no frame is read.
	 *
	 * @param request what to import
	 * @throws org.pxst.core.InvalidDataException when a source cannot be opened, no protocol fits or a mapping file has an
	 *                                            error; an item that is missing is no error here
	 */
	ScanImport open(ImportRequest request);
}
