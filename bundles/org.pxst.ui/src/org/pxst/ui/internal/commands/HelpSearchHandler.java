// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.util.Objects;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;

/** Searches the help for the words of the parameter; without it, the user types them. */
public final class HelpSearchHandler extends AbstractHandler {
	private static final String WORDS = "org.pxst.ui.helpSearch.words";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		ShowHelpHandler.show(event, true).showSearch(Objects.requireNonNullElse(event.getParameter(WORDS), ""));
		return null;
	}
}
