// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks what to simulate and where to, simulates it in the background, and opens it. */
public final class SimulateHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		SimulateDialog dialog = new SimulateDialog(HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell());
		if (dialog.open() == Window.OK) {
			SimulationJob job = new SimulationJob(dialog.simulation());
			job.setUser(true);
			job.schedule();
		}
		return null;
	}
}
