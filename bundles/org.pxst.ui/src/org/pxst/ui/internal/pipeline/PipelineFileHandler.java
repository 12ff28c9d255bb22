// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.pxst.ui.run.ScanPipeline;

/** Asks for a configuration file. */
abstract class PipelineFileHandler extends PipelineHandler {
	private final int style;

	/** @param style of the dialog: SWT.OPEN or SWT.SAVE */
	PipelineFileHandler(String title, int style) {
		super(title);
		this.style = style;
	}

	/** Does it with a file. */
	abstract void execute(ScanPipeline pipeline, Path file, PipelineFiles files);

	@Override
	final void execute(ScanPipeline pipeline, IWorkbenchWindow window) {
		if (style == SWT.SAVE)
			included(pipeline, window);
		FileDialog dialog = new FileDialog(window.getShell(), style);
		dialog.setText(title());
		dialog.setFilterNames(new String[] { "Configuration files", "All files" });
		dialog.setFilterExtensions(new String[] { "*.ini", "*" });
		dialog.setFilterPath(pipeline.file().toAbsolutePath().getParent().toString());
		dialog.setOverwrite(true);
		if (style == SWT.SAVE)
			dialog.setFileName("pipeline.ini");
		String chosen = dialog.open();
		if (chosen != null)
			execute(pipeline, Path.of(chosen), new PipelineFiles(window.getShell(), message -> tell(window.getShell(), message)));
	}
}
