// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Path;

import org.eclipse.swt.widgets.Shell;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.report.ReportRequest;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;

/** Writes a report about what a run has found, when it is done. For the UI thread. */
public final class ReportAfterRun implements RunsListener {
	private final Runs runs;
	private final Run run;
	private final Path report;
	private final Shell shell;

	/**
	 * @param runs   tells when the run is done
	 * @param run    that has been handed in
	 * @param report file; an earlier report is replaced, another file is not
	 * @param shell  owner of messages
	 */
	public ReportAfterRun(Runs runs, Run run, Path report, Shell shell) {
		this.runs = runs;
		this.run = run;
		this.report = report;
		this.shell = shell;
	}

	/** The file that is proposed for a scan's report: where the preferences say, else beside the scan. */
	public static Path proposed(Path scan) {
		return new FileNames(scan, Preference.REPORT_FOLDER.folder()).named("_report.html");
	}

	/** Waits for the end of the run from now on. */
	public void begin() {
		runs.addListener(this);
	}

	@Override
	public void changed(Run changed) {
		if (changed != run || !run.state().isOver())
			return;
		runs.removeListener(this);
		if (run.state() == Run.State.DONE)
			run.result().ifPresent(file -> new ReportWriting(
					new ReportRequest(file, CxiOptions.defaults(), run.request().group(), report, false), shell).start(written -> {
						// nobody is to be disturbed hours later: the file is where the user was told
					}));
	}

	@Override
	public void removed(Run removed) {
		if (removed == run)
			runs.removeListener(this);
	}
}
