// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.ui.internal.edit.ScanClosing;
import org.pxst.ui.session.OpenScans;

/** Closes the current scan; asks first when a view has changes of it that are not saved. */
public final class CloseScanHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
		Service.call(OpenScans.class, scans -> scans.current().ifPresent(new ScanClosing(shell, scans)::close));
		return null;
	}
}
