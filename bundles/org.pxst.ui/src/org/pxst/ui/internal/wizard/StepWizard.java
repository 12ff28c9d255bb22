// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.pxst.core.PxstException;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.pipeline.StepTitle;
import org.pxst.ui.internal.run.RunStart;
import org.pxst.ui.internal.view.HeldServices;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the parameters of a step and hands it in to be run on the current scan. Nothing is written before the run has
 * succeeded.
 */
public final class StepWizard extends Wizard {
	private static final Logger LOG = LoggerFactory.getLogger(StepWizard.class);
	private static final String JOBS = "org.pxst.ui.jobs";

	private final StepDescription step;
	private final HeldServices services;
	private StepWizardPage page;

	/** @param services closed with the wizard */
	StepWizard(StepDescription step, HeldServices services) {
		this.step = step;
		this.services = services;
		setWindowTitle(StepTitle.of(step));
		setNeedsProgressMonitor(false);
	}

	@Override
	public void addPages() {
		page = new StepWizardPage(step, services);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Optional<OpenScan> scan = page.scan();
		if (scan.isEmpty())
			return false;
		ScanPipeline pipeline = services.get(Pipelines.class).of(scan.get());
		pipeline.setGiven(step, page.given());
		try {
			if (new RunStart(services.get(Runs.class))
					.submit(pipeline.request(List.of(step)), StepTitle.of(step) + ": " + scan.get().name()).isEmpty())
				return false;
		} catch (PxstException e) {
			LOG.debug("{} was not handed in", step.name(), e);
			page.setErrorMessage(page.words().of(e.getMessage()));
			return false;
		}
		showJobs();
		return true;
	}

	/** So that the user sees that something happens. */
	private static void showJobs() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		try {
			if (window != null && window.getActivePage() != null)
				window.getActivePage().showView(JOBS, null, IWorkbenchPage.VIEW_VISIBLE);
		} catch (PartInitException e) {
			LOG.error("the view of jobs cannot be shown", e);
		}
	}

	@Override
	public void dispose() {
		super.dispose();
		services.close();
	}
}
