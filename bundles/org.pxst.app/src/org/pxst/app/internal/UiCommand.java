// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;

import org.pxst.core.PxstException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pxst ui}: for the help. The start script starts the workbench itself, which is another application. */
@Command(name = "ui", description = "Opens the workbench: a window in which scans and results are looked at and edited. "
		+ "Windows and preferences are kept in PXST_WORKSPACE (default: ~/.local/share/pxst/workbench).")
final class UiCommand implements Runnable {
	@Parameters(paramLabel = "FILE", arity = "0..*", description = "Scans to open.")
	private List<Path> files;

	@Option(names = "--theme", paramLabel = "dark|light", description = "Colours of the window (default: as the last time).")
	private String theme;

	@Option(names = "--pictures", paramLabel = "DIRECTORY", description = "Write pictures of the window with each view of each scan there, and close.")
	private Path pictures;

	@Override
	public void run() {
		throw new PxstException("the workbench is started by the script pxst, not from inside of a command");
	}
}
