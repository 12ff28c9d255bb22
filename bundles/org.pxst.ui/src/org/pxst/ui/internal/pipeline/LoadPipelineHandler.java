// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.pxst.ui.run.ScanPipeline;

/** Takes steps and parameters from a configuration file. */
public final class LoadPipelineHandler extends PipelineFileHandler {
	/** Made by the workbench. */
	public LoadPipelineHandler() {
		super("Load pipeline", SWT.OPEN);
	}

	@Override
	void execute(ScanPipeline pipeline, Path file, PipelineFiles files) {
		files.load(pipeline, file);
	}
}
