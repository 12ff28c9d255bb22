// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** Shows the table of contents of the help, and the page of the parameter. */
public final class HelpContentsHandler extends AbstractHandler {
	private static final String PAGE = "org.pxst.ui.helpContents.page";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ShowHelpHandler.show(event, true).showContents(Optional.ofNullable(event.getParameter(PAGE)));
		return null;
	}
}
