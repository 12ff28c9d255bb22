// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.ResultExporter;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.BackgroundJob;
import org.pxst.ui.internal.history.ResultGroups;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/** Exports results of the current scan for other programs. */
public final class ExportHandler extends AbstractHandler {
	private static final String TITLE = "Export Results";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
		Service.call(OpenScans.class, scans -> scans.current().ifPresentOrElse(scan -> look(shell, scan),
				() -> MessageDialog.openInformation(shell, TITLE, "No scan is open. Open one with File > Open Scan.")));
		return null;
	}

	/** Looks in the background for what could be exported, and asks then. */
	private static void look(Shell shell, OpenScan scan) {
		scan.queue(shell).<List<String>>submit("groups", (reader, monitor) -> ResultGroups.of(reader.hdf5()), groups -> {
			if (groups.isEmpty())
				MessageDialog.openInformation(shell, TITLE,
						"There are no results in " + scan.name() + " yet. Run a step, or a whole reconstruction.");
			else
				ask(shell, scan, groups);
		}, problem -> MessageDialog.openError(shell, TITLE, problem.message()));
	}

	private static void ask(Shell shell, OpenScan scan, List<String> groups) {
		ExportResultsDialog dialog = new ExportResultsDialog(shell, scan.file(), groups);
		if (dialog.open() == Window.OK)
			export(shell, dialog.request());
	}

	private static void export(Shell shell, ExportRequest request) {
		BackgroundJob<List<Path>> job = new BackgroundJob<>("Exporting results of " + request.file().getFileName(), shell,
				monitor -> {
					List<List<Path>> written = new java.util.ArrayList<>();
					Service.call(ResultExporter.class, exporter -> written.add(exporter.export(request, monitor)));
					return written.get(0);
				}, written -> MessageDialog.openInformation(shell, TITLE, written.size() == 1 ? "Written: " + written.get(0)
						: written.size() + " files are written to " + request.output()),
				problem -> MessageDialog.openError(shell, TITLE, problem));
		job.schedule();
	}
}
