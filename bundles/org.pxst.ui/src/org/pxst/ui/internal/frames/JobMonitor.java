// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.january.IMonitor;

/**
 * Shows the progress of a step in the platform's jobs.
 *
 * @param job of the job that runs it
 */
record JobMonitor(IProgressMonitor job) implements IMonitor {
	@Override
	public void worked(int amount) {
		job.worked(amount);
	}

	@Override
	public boolean isCancelled() {
		return job.isCanceled();
	}

	@Override
	public void subTask(String name) {
		job.subTask(name);
	}
}
