// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.PrintStream;

import org.pxst.processing.Iteration;

/** A line for each step and iteration: for log files. */
final class PlainProgress implements Progress {
	private final PrintStream err;

	PlainProgress(PrintStream err) {
		this.err = err;
	}

	@Override
	public void stepDone(String step, String outcome) {
		err.println(step + ": " + outcome);
	}

	@Override
	public void iterationDone(Iteration iteration) {
		err.println(Progress.describe(iteration));
	}

	@Override
	public void subTask(String name) {
		// the step's own line comes when it is done
	}

	@Override
	public void message(String line) {
		err.println(line);
	}

	@Override
	public void end() {
		err.flush();
	}
}
