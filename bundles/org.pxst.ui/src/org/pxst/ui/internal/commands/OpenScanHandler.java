// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.session.OpenScans;

/** Opens the file of the parameter, else asks for one. */
public final class OpenScanHandler extends AbstractHandler {
	private static final String FILE = "org.pxst.ui.openScan.file";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		String named = event.getParameter(FILE);
		if (named != null) {
			open(Path.of(named));
			return null;
		}
		for (Path file : ask(HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell()))
			open(file);
		return null;
	}

	private static void open(Path file) {
		Service.call(OpenScans.class, scans -> scans.open(file));
		new RecentScans().add(file);
	}

	private static Iterable<Path> ask(Shell shell) {
		FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
		dialog.setText("Open a scan");
		dialog.setFilterNames(new String[] { "CXI and HDF5 files", "All files" });
		dialog.setFilterExtensions(new String[] { "*.cxi;*.h5;*.hdf5;*.nxs", "*" });
		Preference.SCAN_FOLDER.folder().or(() -> new RecentScans().files().stream().findFirst().map(Path::getParent))
				.ifPresent(folder -> dialog.setFilterPath(folder.toString()));
		if (dialog.open() == null)
			return java.util.List.of();
		Path folder = Path.of(dialog.getFilterPath());
		return java.util.Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
	}
}
