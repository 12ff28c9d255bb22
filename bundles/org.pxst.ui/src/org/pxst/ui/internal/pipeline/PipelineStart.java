// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.live.LiveView;
import org.pxst.ui.internal.run.RunStart;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands in steps of a pipeline, and shows what can be watched. For the UI thread. */
public final class PipelineStart {
	private static final Logger LOG = LoggerFactory.getLogger(PipelineStart.class);
	private static final String PERSPECTIVE = "org.pxst.ui.perspective.reconstruction";

	private final IWorkbenchWindow window;

	/** @param window that shows the reconstruction */
	public PipelineStart(IWorkbenchWindow window) {
		this.window = window;
	}

	/**
	 * Hands in steps as one run.
	 *
	 * @param steps in order, at least one
	 * @return the run; empty when the user does not want it any more
	 * @throws InvalidDataException when the device of the preferences is not there
	 */
	public Optional<Run> start(ScanPipeline pipeline, List<StepDescription> steps) {
		List<Run> submitted = new ArrayList<>();
		Service.call(Runs.class,
				runs -> new RunStart(runs).submit(pipeline.request(steps), title(pipeline, steps)).ifPresent(submitted::add));
		if (!submitted.isEmpty() && steps.stream().anyMatch(StepOrder::isReconstruction))
			showLive();
		return submitted.stream().findFirst();
	}

	private static String title(ScanPipeline pipeline, List<StepDescription> steps) {
		String file = pipeline.file().getFileName().toString();
		if (steps.stream().anyMatch(StepOrder::isReconstruction))
			return "Reconstruction of " + file;
		return (steps.size() == 1 ? StepTitle.of(steps.get(0)) : steps.size() + " steps") + ": " + file;
	}

	private void showLive() {
		try {
			IWorkbenchPage page = Optional.ofNullable(window.getWorkbench().showPerspective(PERSPECTIVE, window))
					.orElseGet(window::getActivePage);
			page.showView(LiveView.ID);
		} catch (PartInitException e) {
			LOG.error("the view {} cannot be shown", LiveView.ID, e);
		} catch (WorkbenchException e) {
			LOG.error("the perspective {} cannot be shown", PERSPECTIVE, e);
		}
	}
}
