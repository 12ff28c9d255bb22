// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.slf4j.LoggerFactory;

/** In the status line of each window: what runs, how much of it is done and how long it will still take. A click shows all runs. */
public final class RunIndicator extends WorkbenchWindowControlContribution {
	private static final String JOBS = "org.pxst.ui.jobs";
	private static final String ID = "org.pxst.ui.id";
	/** Room for a title, a part and a time, characters. */
	private static final int WIDTH = 60;

	private final RunsListener listener = new RunsListener() {
		@Override
		public void submitted(Run run) {
			showRuns();
		}

		@Override
		public void changed(Run run) {
			showRuns();
		}

		@Override
		public void removed(Run run) {
			showRuns();
		}
	};
	private HeldService<Runs> service;
	private Label text;

	@Override
	protected Control createControl(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 0).applyTo(row);
		text = new Label(row, SWT.NONE);
		text.setData(ID, "jobs.indicator");
		text.setToolTipText("What runs just now; click for all runs");
		text.addListener(SWT.MouseDown, event -> showJobs());
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).hint(WIDTH * averageCharacter(), SWT.DEFAULT)
				.applyTo(text);
		service = new HeldService<>(Runs.class);
		service.get().addListener(listener);
		text.addListener(SWT.Dispose, event -> {
			service.get().removeListener(listener);
			service.close();
		});
		showRuns();
		return row;
	}

	private int averageCharacter() {
		GC gc = new GC(text);
		try {
			return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
		} finally {
			gc.dispose();
		}
	}

	private void showRuns() {
		String now = sentence(service.get().runs());
		if (!now.equals(text.getText()))
			text.setText(now);
	}

	private static String sentence(List<Run> all) {
		List<Run> open = all.stream().filter(run -> !run.state().isOver()).toList();
		Optional<Run> running = open.stream().filter(run -> run.state() != Run.State.WAITING).findFirst();
		if (running.isEmpty())
			return "";
		JobText said = new JobText(running.get());
		StringBuilder sentence = new StringBuilder(running.get().title()).append(": ").append(said.state());
		for (String more : List.of(said.part(), said.remaining()))
			if (!more.isEmpty())
				sentence.append(", ").append(more);
		if (open.size() > 1)
			sentence.append("; ").append(open.size() - 1).append(" waiting");
		return sentence.toString();
	}

	private void showJobs() {
		try {
			getWorkbenchWindow().getActivePage().showView(JOBS);
		} catch (PartInitException e) {
			LoggerFactory.getLogger(RunIndicator.class).error("the jobs cannot be shown", e);
		}
	}
}
