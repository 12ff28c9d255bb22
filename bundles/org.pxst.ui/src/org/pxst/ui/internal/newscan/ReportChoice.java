// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.pxst.processing.run.CommandLineText;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.export.ReportAfterRun;

/** Whether a report is written when the run is done. */
final class ReportChoice {
	private final NewScan scan;
	private final Button button;

	/**
	 * @param row     where
	 * @param scan    what the wizard is about
	 * @param changed called when the user has changed it
	 */
	ReportChoice(WrapRow row, NewScan scan, Runnable changed) {
		this.scan = scan;
		button = row.button(SWT.CHECK, "new.report", "write a report",
				"When the run is done, a page about its results is written, that any browser shows; a report of that name is replaced",
				b -> changed.run());
	}

	/** The report; empty when none is wanted. */
	Optional<Path> file() {
		return button.getSelection() ? scan.file().map(ReportAfterRun::proposed) : Optional.empty();
	}

	/** The command that writes it, to be put behind others; "" when none is wanted. */
	String command() {
		return file().map(report -> {
			Path results = scan.target().file().or(scan::file).orElseThrow();
			return List.of("pxst", "report", results.toString(), "--output", report.toString(), "--group", scan.group()).stream()
					.map(CommandLineText::quote).collect(Collectors.joining(" ", " && \\\n", ""));
		}).orElse("");
	}

	/** What is done, as a sentence to follow others; "" when nothing is. */
	String summary() {
		return file().map(report -> "\nThen a report is written: " + report).orElse("");
	}
}
