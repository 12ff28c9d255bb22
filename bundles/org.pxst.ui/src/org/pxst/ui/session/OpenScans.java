// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The scans that are open in the workbench. A Declarative Service with state, made for the UI thread: all methods must be
 * called there, and listeners are.
 */
public interface OpenScans {
	/** The open scans in the order in which they were opened. */
	List<OpenScan> scans();

	/** The scan that the views show; empty when none is open. */
	Optional<OpenScan> current();

	/**
	 * Opens a file and makes it the current scan. Returns at once; the file is read in the background, and whether it can be
	 * read at all is its {@link OpenScan#state()}. A file that is open already is made current.
	 *
	 * @param file a CXI (HDF5) file; whatever is wrong with it becomes the scan's problem
	 */
	OpenScan open(Path file);

	/** Makes an open scan the one that the views show. */
	void makeCurrent(OpenScan scan);

	/** Closes a scan: what it still reads is stopped and its file is let go. Another open scan, if any, becomes current. */
	void close(OpenScan scan);

	/** Tells about changes from now on. Adding a listener twice has no effect. */
	void addListener(OpenScansListener listener);

	/** Tells no more. */
	void removeListener(OpenScansListener listener);
}
