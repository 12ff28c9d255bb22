// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.UnsavedEdits;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/**
 * Hands in what the user wants to be run. When something of the scan is edited and not saved, asks first whether the run is to
 * know of it: runs read the file. For the UI thread.
 *
 * @param runs takes the run
 */
public record RunStart(Runs runs) {
	private static final String TITLE = "Start run";
	private static final int SAVE = 0;
	private static final int WITHOUT = 1;

	/**
	 * Hands in a run.
	 *
	 * @param request what to run
	 * @param title   what it is for the user
	 * @return the run; empty when the user does not want it any more, or the edits could not be saved
	 */
	public Optional<Run> submit(PipelineRequest request, String title) {
		return mayRun(request) ? Optional.of(runs.submit(request, title)) : Optional.empty();
	}

	private static boolean mayRun(PipelineRequest request) {
		boolean[] may = { true };
		Service.call(OpenScans.class, scans -> scans.scans().stream().filter(scan -> scan.file().equals(request.input()))
				.forEach(scan -> may[0] &= mayRun(scan, UnsavedEdits.of(scan))));
		return may[0];
	}

	private static boolean mayRun(OpenScan scan, UnsavedEdits edits) {
		if (edits.isEmpty())
			return true;
		int answer = MessageDialog.open(MessageDialog.QUESTION, Display.getCurrent().getActiveShell(), TITLE,
				"Changes of " + scan.name() + " in these views are not saved:" + edits.titles()
						+ "A run takes what is in the file, without them.",
				SWT.NONE, "Save and run", "Run without them", "Cancel");
		if (answer != SAVE)
			return answer == WITHOUT;
		boolean saved = edits.save();
		if (!saved)
			MessageDialog.openError(Display.getCurrent().getActiveShell(), TITLE,
					"The changes could not be saved, so nothing was started. They are kept, and these views say why:" + edits.titles());
		return saved;
	}
}
