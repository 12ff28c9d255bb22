// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;

/**
 * Asks what shall become of the runs of a scan when that is closed. For the UI thread.
 *
 * @param shell of the window
 */
public record RunsOfScan(Shell shell) {
	private static final int LET_RUN = 0;
	private static final int CANCEL = 1;

	/** Whether the scan may be closed: there are no runs on it, or the user has decided about them. */
	public boolean mayClose(OpenScan scan) {
		boolean[] may = { true };
		Service.call(Runs.class, runs -> may[0] = mayClose(scan, UnfinishedRuns.of(runs).on(scan.file())));
		return may[0];
	}

	private boolean mayClose(OpenScan scan, UnfinishedRuns unfinished) {
		if (unfinished.runs().isEmpty())
			return true;
		switch (MessageDialog.open(MessageDialog.QUESTION, shell, "Close scan",
				"On " + scan.name() + " " + unfinished.text() + "Nothing is lost when the scan is closed and they go on:"
						+ " results are written all the same.",
				SWT.NONE, "Let them run", "Cancel them", "Do not close")) {
		case LET_RUN:
			return true;
		case CANCEL:
			// what waits first, so that it does not begin
			unfinished.waiting().forEach(Run::cancel);
			unfinished.begun().forEach(Run::cancel);
			return true;
		default:
			return false;
		}
	}
}
