// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import org.eclipse.ui.IWorkbenchWindow;
import org.pxst.ui.run.ScanPipeline;

/** Puts the command lines that run all steps that take part on the clipboard. */
public final class CopyCommandLineHandler extends PipelineHandler {
	/** Made by the workbench. */
	public CopyCommandLineHandler() {
		super("Copy as command line");
	}

	@Override
	void execute(ScanPipeline pipeline, IWorkbenchWindow window) {
		new CommandLineClipboard(window.getShell().getDisplay()).copy(pipeline, included(pipeline, window));
	}
}
