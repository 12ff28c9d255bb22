// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.util.Optional;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScansListener;

/** Names the current scan in the titles of the windows. */
final class TitleOfScan implements OpenScansListener {
	/** Title of a window without a scan. */
	static final String PROGRAM = "PXST Workbench";

	private final IWorkbench workbench;

	TitleOfScan(IWorkbench workbench) {
		this.workbench = workbench;
	}

	@Override
	public void currentChanged(Optional<OpenScan> current) {
		String title = current.map(scan -> scan.name() + " - " + PROGRAM).orElse(PROGRAM);
		for (IWorkbenchWindow window : workbench.getWorkbenchWindows())
			window.getShell().setText(title);
	}
}
