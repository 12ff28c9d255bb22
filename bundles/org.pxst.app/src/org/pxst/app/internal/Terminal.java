// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out     results
 * @param err     progress and errors
 * @param columns width of the terminal behind {@code err}, 0 when that is no terminal
 */
record Terminal(PrintStream out, PrintStream err, int columns) {
	/** Set by the start script when standard error is a terminal: its number of columns. */
	private static final String COLUMNS = "pxst.terminal.columns";

	/** The streams of the process. */
	static Terminal ofProcess() {
		return new Terminal(System.out, System.err, Integer.getInteger(COLUMNS, 0));
	}

	/** Whether lines on {@code err} can be rewritten in place. */
	boolean interactive() {
		return columns > 0;
	}
}
