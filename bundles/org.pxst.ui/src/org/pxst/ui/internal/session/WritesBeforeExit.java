// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.slf4j.LoggerFactory;

/** Makes a workbench that is closed wait until everything is written that was saved. */
final class WritesBeforeExit implements IWorkbenchListener {
	/** From now on, the workbench that is running waits. */
	static void install() {
		PlatformUI.getWorkbench().addWorkbenchListener(new WritesBeforeExit());
	}

	@Override
	public boolean preShutdown(IWorkbench workbench, boolean forced) {
		return true;
	}

	@Override
	public void postShutdown(IWorkbench workbench) {
		try {
			Job.getJobManager().join(WriteJob.FAMILY, null);
		} catch (OperationCanceledException e) {
			LoggerFactory.getLogger(WritesBeforeExit.class).warn("not everything may have been written", e);
		} catch (InterruptedException e) {
			LoggerFactory.getLogger(WritesBeforeExit.class).warn("not everything may have been written", e);
			Thread.currentThread().interrupt();
		}
	}
}
