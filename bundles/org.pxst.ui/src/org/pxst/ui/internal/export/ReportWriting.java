// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.pxst.processing.report.ReportRequest;
import org.pxst.processing.report.ReportWriter;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.BackgroundJob;

/**
 * Writes a report in the background; when that fails, a message says why.
 *
 * @param request what is to be written
 * @param shell   owner of messages
 */
record ReportWriting(ReportRequest request, Shell shell) {
	static final String TITLE = "Report";

	/** @param done gets the file, in the UI thread */
	void start(Consumer<Path> done) {
		new BackgroundJob<>("Writing a report about " + request.file().getFileName(), shell, monitor -> {
			Path[] written = new Path[1];
			Service.call(ReportWriter.class, writer -> written[0] = writer.write(request, monitor));
			return written[0];
		}, done, problem -> MessageDialog.openError(shell, TITLE, problem)).schedule();
	}
}
