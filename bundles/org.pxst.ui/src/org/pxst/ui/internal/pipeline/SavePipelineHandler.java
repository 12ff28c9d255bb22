// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.pxst.ui.run.ScanPipeline;

/** Writes the steps that take part, and their parameters, to a configuration file. */
public final class SavePipelineHandler extends PipelineFileHandler {
	/** Made by the workbench. */
	public SavePipelineHandler() {
		super("Save pipeline", SWT.SAVE);
	}

	@Override
	void execute(ScanPipeline pipeline, Path file, PipelineFiles files) {
		files.save(pipeline, file);
	}
}
