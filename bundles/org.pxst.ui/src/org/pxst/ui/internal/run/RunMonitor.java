// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.january.IMonitor;

/**
 * Hands on what a step does.
 *
 * @param shown    the workbench's progress
 * @param progress of the run
 * @param news     is told when there is something new
 */
record RunMonitor(IProgressMonitor shown, RunProgress progress, RunNews news) implements IMonitor {
	/** Whether the user wants nothing of what the step that runs has found. */
	boolean isDropped() {
		return shown.isCanceled();
	}

	@Override
	public boolean isCancelled() {
		return isDropped() || progress.loop().filter(LoopControl::dropsIteration).isPresent();
	}

	@Override
	public void worked(int amount) {
		shown.worked(amount);
	}

	@Override
	public void subTask(String name) {
		shown.subTask(name);
		progress.does(name);
		news.changed();
	}
}
