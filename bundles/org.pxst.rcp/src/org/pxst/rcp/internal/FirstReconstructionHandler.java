// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the cheat sheet of the first reconstruction. */
public final class FirstReconstructionHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		try {
			HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(CheatSheetView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException("the cheat sheet cannot be shown", e);
		}
		return null;
	}
}
