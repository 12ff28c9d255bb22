// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.ui.internal.help.HelpView;

/** Shows the help on the active view; that stays active, unless the help is in its place. */
public final class ShowHelpHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		IWorkbenchPartReference active = page.getActivePartReference();
		HelpView help = show(event, false);
		help.follow(active);
		// behind the active view in the same stack
		if (!page.isPartVisible(help))
			page.activate(help);
		return null;
	}

	/** The view of the help, which becomes visible. */
	static HelpView show(ExecutionEvent event, boolean activate) throws ExecutionException {
		try {
			return (HelpView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView("org.pxst.ui.help", null,
					activate ? IWorkbenchPage.VIEW_ACTIVATE : IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			throw new ExecutionException("the help cannot be shown", e);
		}
	}
}
