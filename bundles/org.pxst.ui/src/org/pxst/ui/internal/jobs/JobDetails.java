// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.run.Run;
import org.pxst.ui.view.SummaryText;

/** How far the selected run is, what happens, and what it said. For the UI thread. */
final class JobDetails {
	private static final String BAR = "jobs.progress";
	private static final int WHOLE = 1000;
	private static final int LINES = 4;
	private static final int MARGIN = 3;
	private static final int LEAST_LOG = 48;

	private final Composite area;
	private final Composite bars;
	private final StackLayout stack = new StackLayout();
	private final ProgressBar part;
	private final ProgressBar unknown;
	private final SummaryText status;
	private final Text log;

	/** @param parent where */
	JobDetails(Composite parent) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(MARGIN, 1).spacing(0, MARGIN).applyTo(area);
		bars = new Composite(area, SWT.NONE);
		bars.setLayout(stack);
		bars.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		part = bar(SWT.SMOOTH);
		part.setMaximum(WHOLE);
		unknown = bar(SWT.INDETERMINATE);
		status = new SummaryText(area, "jobs.status", "What the selected run does, or what became of it", LINES);
		log = WrapRow.named(new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER), "jobs.log");
		log.setToolTipText("What the steps of the selected run said; select and copy as you like");
		GridDataFactory.fillDefaults().grab(true, true).hint(1, LEAST_LOG).applyTo(log);
	}

	private ProgressBar bar(int style) {
		ProgressBar bar = WrapRow.named(new ProgressBar(bars, SWT.HORIZONTAL | style), BAR);
		bar.setToolTipText("How much of the run is done; it moves to and fro while nobody knows");
		return bar;
	}

	/** Shows a run; empty: nothing. */
	void show(Optional<Run> run) {
		status.setText(run.map(r -> new JobText(r).status()).orElse(""));
		OptionalDouble done = run.map(Run::part).orElse(OptionalDouble.of(0));
		boolean moves = run.filter(r -> r.state() == Run.State.RUNNING || r.state() == Run.State.STOPPING).isPresent();
		Control shown = moves && done.isEmpty() ? unknown : part;
		part.setSelection((int) (WHOLE * done.orElse(0)));
		if (stack.topControl != shown) {
			stack.topControl = shown;
			bars.layout();
		}
		say(run.map(JobDetails::lines).orElse(""));
	}

	/** What was said, and the problem again: here there is room for all of it, and it can be copied. */
	private static String lines(Run run) {
		String said = String.join(Text.DELIMITER, run.log());
		return run.problem().isEmpty() ? said : said + (said.isEmpty() ? "" : Text.DELIMITER) + run.problem();
	}

	/** Only what is new comes to the log, so that it stays where the user scrolled it. */
	private void say(String all) {
		String before = log.getText();
		if (!all.equals(before) && all.startsWith(before))
			log.append(all.substring(before.length()));
		else if (!all.equals(before))
			log.setText(all);
	}
}
