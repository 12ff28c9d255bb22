// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.internal.view.OpenScanCommand;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.pxst.ui.view.TurningSash;

/** All that is computed in the workbench: what runs, what waits, and what has ended in this session. */
public final class JobsView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.jobs";

	private static final int SECOND_MS = 1000;
	private static final int MARGIN = 12;
	private static final int LIST_SHARE = 60;
	private static final String EMPTY = "Nothing was run yet. Choose Process > New Reconstruction..., a step of that menu, or run"
			+ " the pipeline of a scan (F9).";

	private final RunsListener listener = new RunsListener() {
		@Override
		public void submitted(Run run) {
			follow(run);
			update();
		}

		@Override
		public void changed(Run run) {
			update();
		}

		@Override
		public void moved() {
			update();
		}

		@Override
		public void removed(Run run) {
			update();
		}
	};
	private HeldService<Runs> service;
	private Composite pages;
	private Composite content;
	private Label empty;
	private JobsTable table;
	private JobButtons buttons;
	private JobDetails details;
	private boolean ticks;

	@Override
	public void createPartControl(Composite parent) {
		service = new HeldService<>(Runs.class);
		pages = new Composite(parent, SWT.NONE);
		pages.setLayout(new StackLayout());
		Composite page = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(page);
		empty = WrapRow.named(new Label(page, SWT.WRAP | SWT.CENTER), "jobs.empty");
		empty.setText(EMPTY);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).applyTo(empty);
		content = new Composite(pages, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
		buttons = new JobButtons(content, runs(), () -> table.selected(), this::showResult);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons.control());
		TurningSash halves = new TurningSash(content);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		table = new JobsTable(halves, this::updateSelected, () -> table.selected().ifPresent(this::showResult));
		details = new JobDetails(halves);
		halves.setWeights(LIST_SHARE, 100 - LIST_SHARE);
		runs().addListener(listener);
		update();
	}

	private Runs runs() {
		return service.get();
	}

	/** Selects a new run when the one that is selected is of no interest any more. */
	private void follow(Run run) {
		table.show(runs().runs());
		if (table.selected().filter(before -> !before.state().isOver()).isEmpty())
			table.select(run);
	}

	private void update() {
		List<Run> all = runs().runs();
		Composite shown = all.isEmpty() ? empty.getParent() : content;
		StackLayout stack = (StackLayout) pages.getLayout();
		if (stack.topControl != shown) {
			stack.topControl = shown;
			pages.layout();
		}
		table.show(all);
		if (table.selected().isEmpty())
			mostInteresting(all).ifPresent(table::select);
		updateSelected();
		if (!ticks && all.stream().anyMatch(JobsView::isMoving))
			tick();
	}

	private static Optional<Run> mostInteresting(List<Run> all) {
		return all.stream().filter(run -> !run.state().isOver()).findFirst()
				.or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)));
	}

	private static boolean isMoving(Run run) {
		return run.state() == Run.State.RUNNING || run.state() == Run.State.STOPPING;
	}

	/** Times go on by themselves. */
	private void tick() {
		ticks = true;
		pages.getDisplay().timerExec(SECOND_MS, () -> {
			ticks = false;
			if (!pages.isDisposed())
				update();
		});
	}

	private void updateSelected() {
		details.show(table.selected());
		buttons.update();
	}

	private void showResult(Run run) {
		run.result().ifPresent(new OpenScanCommand(getSite())::open);
	}

	@Override
	public void setFocus() {
		if (!table.setFocus())
			pages.forceFocus();
	}

	@Override
	public void dispose() {
		if (service != null) {
			runs().removeListener(listener);
			service.close();
		}
		super.dispose();
	}
}
