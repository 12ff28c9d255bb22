// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.pxst.ui.internal.run.RunsOfScan;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/**
 * Closes scans for the user: asks first what shall become of runs that have not ended and of edits that are not
 * saved. For the UI thread.
 *
 * @param shell of the window
 * @param scans the open scans
 */
public record ScanClosing(Shell shell, OpenScans scans) {
	private static final int SAVE = 0;
	private static final int DISCARD = 1;

	/** Closes a scan, unless the user decides otherwise, or what shall be saved cannot be. */
	public void close(OpenScan scan) {
		if (new RunsOfScan(shell).mayClose(scan))
			closeEdited(scan);
	}

	private void closeEdited(OpenScan scan) {
		UnsavedEdits edits = UnsavedEdits.of(scan);
		if (edits.isEmpty() || mayClose(edits))
			scans.close(scan);
	}

	private boolean mayClose(UnsavedEdits edits) {
		int answer = MessageDialog.open(MessageDialog.QUESTION, shell, "Close scan",
				"Changes in these views are not saved:" + edits.titles() + "Save them into " + edits.scan().name() + "?", SWT.NONE,
				"Save", "Don't Save", "Cancel");
		switch (answer) {
		case SAVE:
			return edits.save();
		case DISCARD:
			edits.discard();
			return true;
		default:
			return false;
		}
	}
}
