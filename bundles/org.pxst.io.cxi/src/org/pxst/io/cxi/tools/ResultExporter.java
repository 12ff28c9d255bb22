// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.IMonitor;

/** Exports results to formats of other programs. A Declarative Service; callable from any thread. */
public interface ResultExporter {
	/**
	 * Exports. Each file under its final name is whole.
	 *
	 * @param request what and where to
	 * @param monitor to stop it
	 * @return the files that were written
	 * @throws org.pxst.core.InvalidDataException when there is nothing to export, something named is not there or does not
	 *                                            go with the format, a file exists, or cannot be written
	 * @throws org.pxst.core.CancelledException   when the monitor asks for it
	 */
	List<Path> export(ExportRequest request, IMonitor monitor);
}
