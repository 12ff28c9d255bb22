// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.PrintStream;

import org.pxst.processing.Iteration;

/** One line of a terminal, rewritten in place; what a finished step found stays above it. */
final class LineProgress implements Progress {
	private static final String CLEAR = "\r\u001b[K";

	private final PrintStream err;
	private final int columns;
	private String last = "";
	private boolean open;

	/** @param columns width of the terminal: a longer line would wrap and could not be rewritten */
	LineProgress(PrintStream err, int columns) {
		this.err = err;
		this.columns = columns;
	}

	@Override
	public synchronized void stepDone(String step, String outcome) {
		keepLast();
		message(step + ": " + outcome);
	}

	@Override
	public synchronized void iterationDone(Iteration iteration) {
		last = Progress.describe(iteration);
		show(last);
	}

	@Override
	public synchronized void subTask(String name) {
		show(last.isEmpty() ? name + " ..." : last + " | " + name);
	}

	private void show(String line) {
		err.print(CLEAR + (line.length() < columns ? line : line.substring(0, Math.max(1, columns - 1))));
		err.flush();
		open = true;
	}

	@Override
	public synchronized void message(String line) {
		if (open)
			err.print(CLEAR);
		open = false;
		err.println(line);
	}

	@Override
	public synchronized void end() {
		keepLast();
		if (open)
			err.print(CLEAR);
		open = false;
		err.flush();
	}

	/** The last iteration stays on the terminal, in full. */
	private void keepLast() {
		if (!last.isEmpty())
			message(last);
		last = "";
	}
}
