// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.imports;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.CxiFinding;

/** A scan in other files, found and not yet written. Must be closed. For one thread at a time. */
public interface ScanImport extends Closeable {
	/** Name of the protocol that says what is where, or the mapping file. */
	String protocol();

	/** What was found where, with value and unit, and what is missing, in the order of {@link org.pxst.io.cxi.CxiItem}. */
	List<CxiFinding> findings();

	/** How the frames get into the new file: linked or copied, and why, in a few words. */
	String storage();

	/**
	 * Writes the CXI file. It is made under a temporary name and renamed; no other file is changed or made.
	 *
	 * @param output  the new file; its directory must exist and be writable
	 * @param replace whether an earlier import may be replaced; any other file is never replaced
	 * @param monitor can cancel; hears of the work in frames. Cancelling leaves nothing behind
	 * @throws org.pxst.core.InvalidDataException when something that is needed is missing or wrong, or the file cannot be
	 *                                            written; what had the name before is as it was then
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	void write(Path output, boolean replace, IMonitor monitor);

	@Override
	void close();
}
