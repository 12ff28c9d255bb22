// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/** Something that is done with the pipeline of the current scan. What is wrong is said in a dialog. */
abstract class PipelineHandler extends AbstractHandler {
	private final String title;

	/** @param title of the dialog */
	PipelineHandler(String title) {
		this.title = title;
	}

	/**
	 * Does it.
	 *
	 * @throws PxstException when it cannot be done; says why
	 */
	abstract void execute(ScanPipeline pipeline, IWorkbenchWindow window);

	@Override
	public final Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		try {
			execute(pipeline(), window);
		} catch (PxstException e) {
			tell(window.getShell(), e.getMessage());
		}
		return null;
	}

	private static ScanPipeline pipeline() {
		ScanPipeline[] found = new ScanPipeline[1];
		Service.call(OpenScans.class, scans -> {
			OpenScan scan = scans.current()
					.orElseThrow(() -> new InvalidDataException("No scan is open. Open one with File > Open Scan."));
			Service.call(Pipelines.class, pipelines -> found[0] = pipelines.of(scan));
		});
		return found[0];
	}

	/** The steps that take part, with parameters that are right as far as they are on screen. */
	static List<StepDescription> included(ScanPipeline pipeline, IWorkbenchWindow window) {
		problem(window.getActivePage()).ifPresent(problem -> {
			throw new InvalidDataException("A parameter in the Pipeline view is not right. " + problem);
		});
		List<StepDescription> included = pipeline.steps().stream().filter(pipeline::isIncluded).toList();
		if (included.isEmpty())
			throw new InvalidDataException("No step takes part. Check at least one in the Pipeline view.");
		return included;
	}

	private static Optional<String> problem(IWorkbenchPage page) {
		return page.findView(PipelineView.ID) instanceof PipelineView view ? view.problem() : Optional.empty();
	}

	/** Says something in a dialog. */
	final void tell(Shell shell, String message) {
		MessageDialog.openError(shell, title, message);
	}

	/** The title of dialogs. */
	final String title() {
		return title;
	}
}
