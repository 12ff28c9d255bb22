// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import org.eclipse.ui.IWorkbenchWindow;
import org.pxst.ui.run.ScanPipeline;

/** Runs all steps that take part. */
public final class RunPipelineHandler extends PipelineHandler {
	/** Made by the workbench. */
	public RunPipelineHandler() {
		super("Run pipeline");
	}

	@Override
	void execute(ScanPipeline pipeline, IWorkbenchWindow window) {
		new PipelineStart(window).start(pipeline, included(pipeline, window));
	}
}
