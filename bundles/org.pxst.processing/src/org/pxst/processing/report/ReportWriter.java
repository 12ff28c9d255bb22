// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report;

import java.nio.file.Path;

import org.eclipse.january.IMonitor;

/**
 * Writes one HTML page about a scan and its result: key figures, pictures with captions, parameters, and a list of all data
 * sets. The page holds everything it shows and needs no network. What is not in the file is named with the step that makes it.
 * A Declarative Service; stateless, callable from any thread. Needs fonts, but no display.
 */
public interface ReportWriter {
	/**
	 * Writes a page. The file under its final name is whole.
	 *
	 * @param request what about and where to
	 * @param monitor to stop it; hears which part is at work
	 * @return the page
	 * @throws org.pxst.core.InvalidDataException when the file cannot be opened, there is neither a scan nor a result in it,
	 *                                            the page cannot be written, or a file of another kind is in its place
	 * @throws org.pxst.core.CancelledException   when the monitor asks for it; nothing was written then
	 * @throws org.pxst.core.PxstException        when no text can be drawn because there are no fonts
	 */
	Path write(ReportRequest request, IMonitor monitor);
}
