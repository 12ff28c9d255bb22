// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.help.AbstractHelpUI;
import org.slf4j.LoggerFactory;

/**
 * Shows what the Eclipse help system has in the help view of org.pxst.ui: the platform's own help user interface needs a web
 * server and a browser. For the UI thread.
 */
public final class PxstHelp extends AbstractHelpUI {
	private static final String CONTENTS = "org.pxst.ui.helpContents";
	private static final String SEARCH = "org.pxst.ui.helpSearch";
	private static final String PAGES = "/org.pxst.ui/help/";

	@Override
	public void displayHelp() {
		run(CONTENTS, Map.of());
	}

	@Override
	public void displaySearch() {
		run(SEARCH, Map.of());
	}

	@Override
	public void search(String expression) {
		run(SEARCH, Map.of(SEARCH + ".words", expression));
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		Arrays.stream(context.getRelatedTopics()).map(IHelpResource::getHref).filter(Objects::nonNull).findFirst()
				.ifPresentOrElse(this::displayHelpResource, this::displayHelp);
	}

	@Override
	public void displayHelpResource(String href) {
		if (href.startsWith(PAGES))
			run(CONTENTS, Map.of(CONTENTS + ".page", href.substring(PAGES.length()).replaceFirst("\\.html.*", "")));
		else
			displayHelp();
	}

	/** The help is in a view; there is no pop-up to close. */
	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}

	private static void run(String id, Map<String, String> parameters) {
		Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id);
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (CommandException e) {
			LoggerFactory.getLogger(PxstHelp.class).error("the help cannot be shown", e);
		}
	}
}
