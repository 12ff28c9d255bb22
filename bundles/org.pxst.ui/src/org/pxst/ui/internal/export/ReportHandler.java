// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.report.ReportRequest;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/** Writes a report about the current scan to the file of the parameter, else asks for one; opens it in the browser. */
public final class ReportHandler extends AbstractHandler {
	private static final String FILE = "org.pxst.ui.report.file";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
		String named = event.getParameter(FILE);
		Service.call(OpenScans.class, scans -> scans.current().ifPresentOrElse(scan -> {
			if (named != null)
				write(shell, scan, Path.of(named), false);
			else
				ask(shell, scan).ifPresent(file -> write(shell, scan, file, true));
		}, () -> MessageDialog.openInformation(shell, ReportWriting.TITLE, "No scan is open. Open one with File > Open Scan.")));
		return null;
	}

	private static Optional<Path> ask(Shell shell, OpenScan scan) {
		Path proposed = ReportAfterRun.proposed(scan.file());
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText("Save a report about " + scan.name());
		dialog.setFilterNames(new String[] { "HTML pages" });
		dialog.setFilterExtensions(new String[] { "*.html" });
		dialog.setFilterPath(proposed.getParent().toString());
		dialog.setFileName(proposed.getFileName().toString());
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** @param overwrite whether the user has agreed that a file of another kind is replaced */
	private static void write(Shell shell, OpenScan scan, Path file, boolean overwrite) {
		ReportRequest request = new ReportRequest(scan.file(), CxiOptions.defaults(), OpenScan.RESULTS, file, overwrite);
		new ReportWriting(request, shell).start(written -> open(shell, written));
	}

	private static void open(Shell shell, Path report) {
		if (!Program.launch(report.toString()))
			MessageDialog.openInformation(shell, ReportWriting.TITLE,
					"The report is written, but there is no browser to open it with. It is here:\n" + report);
	}
}
