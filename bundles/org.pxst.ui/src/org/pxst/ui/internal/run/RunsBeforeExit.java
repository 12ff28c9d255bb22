// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what shall become of runs when the workbench is closed before they have ended. */
final class RunsBeforeExit implements IWorkbenchListener {
	private static final Logger LOG = LoggerFactory.getLogger(RunsBeforeExit.class);
	private static final int KEEP = 0;
	private static final int CANCEL = 1;

	private final Runs runs;

	private RunsBeforeExit(Runs runs) {
		this.runs = runs;
	}

	/** From now on, the workbench that is running asks. */
	static void install(Runs runs) {
		PlatformUI.getWorkbench().addWorkbenchListener(new RunsBeforeExit(runs));
	}

	@Override
	public boolean preShutdown(IWorkbench workbench, boolean forced) {
		UnfinishedRuns unfinished = UnfinishedRuns.of(runs);
		if (forced || unfinished.runs().isEmpty())
			return true;
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		Shell shell = window == null ? null : window.getShell();
		switch (MessageDialog.open(MessageDialog.QUESTION, shell, "Close the workbench", question(unfinished), SWT.NONE,
				"Stop and keep", "Cancel them", "Do not close")) {
		case KEEP:
			return new FinishingDialog(shell).finish(runs);
		case CANCEL:
			// when it is sure that the workbench is closed: others may still ask
			return true;
		default:
			return false;
		}
	}

	private static String question(UnfinishedRuns unfinished) {
		String keep = unfinished.begun().isEmpty() ? ""
				: "\n\"Stop and keep\" ends the main loop early, or waits for the step that runs, and writes the result.";
		String waiting = unfinished.waiting().isEmpty() ? ""
				: "\nWhat waits is not kept for the next time: start it again then.";
		return unfinished.text() + keep + waiting
				+ "\n\"Cancel them\" drops what the running step has found. What the steps found that have ended is in the file.";
	}

	@Override
	public void postShutdown(IWorkbench workbench) {
		// what waits first, so that it does not begin
		UnfinishedRuns.of(runs).waiting().forEach(Run::cancel);
		UnfinishedRuns.of(runs).begun().forEach(Run::cancel);
		try {
			Job.getJobManager().join(RunJob.FAMILY, null);
		} catch (OperationCanceledException e) {
			LOG.warn("a run may not have ended", e);
		} catch (InterruptedException e) {
			LOG.warn("a run may not have ended", e);
			Thread.currentThread().interrupt();
		}
	}
}
