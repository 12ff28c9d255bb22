// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.PrintStream;

import org.pxst.processing.Iteration;

/** Shows no progress, only messages. */
final class SilentProgress implements Progress {
	private final PrintStream err;

	SilentProgress(PrintStream err) {
		this.err = err;
	}

	@Override
	public void stepDone(String step, String outcome) {
		// silent
	}

	@Override
	public void iterationDone(Iteration iteration) {
		// silent
	}

	@Override
	public void subTask(String name) {
		// silent
	}

	@Override
	public void message(String line) {
		err.println(line);
	}

	@Override
	public void end() {
		// nothing is open
	}
}
