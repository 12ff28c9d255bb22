// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.slf4j.LoggerFactory;

/**
 * The workbench's command that asks for a scan and opens it.
 *
 * @param site the view in which it was asked for
 */
public record OpenScanCommand(IWorkbenchSite site) {
	private static final String ID = "org.pxst.ui.openScan";
	private static final String FILE = "org.pxst.ui.openScan.file";

	/** Asks for files and opens them. */
	public void run() {
		run(Map.of());
	}

	/** Opens a file, and remembers it as one that was opened lately. */
	public void open(Path file) {
		run(Map.of(FILE, file.toString()));
	}

	private void run(Map<String, String> parameters) {
		try {
			Command command = site.getService(ICommandService.class).getCommand(ID);
			site.getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (CommandException e) {
			LoggerFactory.getLogger(OpenScanCommand.class).error("no scan can be opened here", e);
			MessageDialog.openError(site.getShell(), "Open a scan", "No scan can be opened here: " + e.getMessage());
		}
	}
}
