// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.ProgressMonitorDialog;
import org.eclipse.swt.widgets.Shell;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;

/**
 * Waits until the runs have ended that were told to, and lets the user give up. For the UI thread, which goes on meanwhile.
 *
 * @param shell of the window, may be null
 */
record FinishingDialog(Shell shell) {
	private static final long LOOK_MS = 100;

	/**
	 * Drops what waits, and ends what runs early.
	 *
	 * @return whether all has ended; false when the user gave up waiting: nothing is cancelled then
	 */
	boolean finish(Runs runs) {
		UnfinishedRuns unfinished = UnfinishedRuns.of(runs);
		unfinished.waiting().forEach(Run::cancel);
		unfinished.begun().forEach(Run::stop);
		CountDownLatch ended = new CountDownLatch(1);
		RunsListener listener = new RunsListener() {
			@Override
			public void changed(Run run) {
				if (UnfinishedRuns.of(runs).runs().isEmpty())
					ended.countDown();
			}
		};
		runs.addListener(listener);
		try {
			if (!UnfinishedRuns.of(runs).runs().isEmpty())
				new ProgressMonitorDialog(shell).run(true, true, monitor -> await(ended, monitor));
			return true;
		} catch (InterruptedException e) {
			return false;
		} catch (InvocationTargetException e) {
			throw new IllegalStateException(e.getCause());
		} finally {
			runs.removeListener(listener);
		}
	}

	private static void await(CountDownLatch ended, IProgressMonitor monitor) throws InterruptedException {
		monitor.beginTask("Stopping the run and writing its result", IProgressMonitor.UNKNOWN);
		while (!ended.await(LOOK_MS, TimeUnit.MILLISECONDS))
			if (monitor.isCanceled())
				throw new InterruptedException("the user does not wait");
	}
}
