// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Locale;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.tools.EditReport;

/**
 * Changes a file, stops on Ctrl-C, and says what was done.
 *
 * @param terminal where to print
 */
record EditRun(Terminal terminal) {
	/**
	 * Does it.
	 *
	 * @param dryRun whether nothing is written
	 * @param edit   the change
	 */
	int run(boolean dryRun, Function<IMonitor, EditReport> edit) {
		EditReport report;
		try (Interruption interruption = new Interruption(() -> terminal.err().println("pxst: interrupted; stopping"), text -> {
			// there is nothing to show of the steps
		})) {
			report = edit.apply(interruption);
		}
		report.removed().forEach(path -> terminal.out().println((dryRun ? "would remove " : "removed ") + path));
		terminal.out().println(report.file() + (dryRun ? ": nothing was changed (dry run)"
				: String.format(Locale.ROOT, ": %s, was %s", PrintableText.bytes(report.after()), PrintableText.bytes(report.before()))));
		return ExitCode.OK;
	}
}
