// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.PxstException;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepPreview;
import org.pxst.processing.step.StepRequest;
import org.pxst.ui.internal.edit.BackgroundWork;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.pipeline.StepTitle;
import org.pxst.ui.internal.view.WindowMessage;

/** Shows, on demand, what a step finds in a part of the scan. Writes nothing. */
final class PreviewPanel extends Composite {
	private static final int LINES = 6;
	private static final String NOTHING_YET = "Preview shows what the step finds in a part of the scan that is quick. Nothing is written.";

	private final StepDescription step;
	private final WindowMessage words;
	private final StepPreview runner;
	private final Supplier<StepRequest> request;
	private final BackgroundWork work;
	private final Button preview;
	private final Button cancel;
	private final Label note;
	private final Combo outputs;
	private final PreviewPages pages;
	private final Text summary;
	private List<PreviewItem> items = List.of();
	private boolean possible;
	private boolean stale;
	private String shown = NOTHING_YET;

	/** What is shown of an outcome, and of which part of the scan it is. */
	private record Found(PreviewItems items, String part) {
	}

	/**
	 * @param words   words messages
	 * @param runner  runs the step
	 * @param request makes what is to be run from what is on the screen
	 */
	PreviewPanel(Composite parent, StepDescription step, WindowMessage words, StepPreview runner, Supplier<StepRequest> request) {
		super(parent, SWT.NONE);
		this.step = step;
		this.words = words;
		this.runner = runner;
		this.request = request;
		setLayout(new GridLayout());
		// the theme gives colours to plain composites of dialogs only
		setBackgroundMode(SWT.INHERIT_FORCE);
		WrapRow row = new WrapRow(this);
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		preview = row.button(SWT.PUSH, "step.preview", "Preview", "Runs the step on a part of the scan that is quick, and shows what comes of it; "
				+ "nothing is written", button -> start());
		cancel = row.button(SWT.PUSH, "step.preview.cancel", "Stop", "Stops the preview", button -> stop());
		outputs = WrapRow.named(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "step.preview.output");
		outputs.setToolTipText("What is shown of what the step found");
		outputs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show(outputs.getSelectionIndex())));
		note = WrapRow.named(new Label(this, SWT.WRAP), "step.preview.note");
		note.setLayoutData(wide());
		pages = new PreviewPages(this);
		pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		summary = WrapRow.named(new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP), "step.preview.summary");
		summary.setToolTipText("What the step says of what it found, and single numbers");
		summary.setLayoutData(wide());
		work = new BackgroundWork(this, this::refresh, problem -> {
			stale = false;
			if (!problem.isEmpty())
				shown = words.of(problem);
		});
		addDisposeListener(event -> work.drop());
		summary.setVisible(false);
		outputs.setVisible(false);
		refresh();
	}

	private static GridData wide() {
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = 100;
		return data;
	}

	/** Whether the parameters are right, and there is a scan. */
	void setPossible(boolean can) {
		possible = can;
		refresh();
	}

	/** What is shown is of other parameters than those on the screen now. */
	void parametersChanged() {
		stale = !items.isEmpty();
		refresh();
	}

	private void start() {
		StepRequest wanted;
		try {
			wanted = request.get();
		} catch (PxstException e) {
			shown = words.of(e.getMessage());
			refresh();
			return;
		}
		work.start("Preview of " + StepTitle.of(step), monitor -> find(wanted, monitor), this::show);
	}

	private Found find(StepRequest wanted, IMonitor monitor) {
		StepPreview.Outcome outcome = runner.run(wanted, monitor);
		return new Found(PreviewItems.of(outcome.outcome().result()), outcome.part());
	}

	private void stop() {
		work.cancel();
		refresh();
	}

	private void show(Found found) {
		items = found.items().items();
		stale = false;
		shown = "Preview " + (found.part().isEmpty() ? "from the whole scan" : found.part()) + "; nothing was written.";
		String before = outputs.getText();
		outputs.setItems(items.stream().map(PreviewItem::label).toArray(String[]::new));
		outputs.setVisible(items.size() > 1);
		summary.setText(String.join("\n", found.items().text()));
		summary.setVisible(!found.items().text().isEmpty());
		((GridData) summary.getLayoutData()).heightHint = Math.min(LINES, found.items().text().size()) * summary.getLineHeight();
		if (!items.isEmpty()) {
			int line = Math.max(0, outputs.indexOf(before.isEmpty() ? step.shownFirst() : before));
			outputs.select(line);
			show(line);
		} else {
			pages.clear();
		}
		outputs.getParent().layout(true, true);
		refresh();
	}

	private void show(int line) {
		pages.show(items.get(line).content());
	}

	private void refresh() {
		boolean runs = work.name().isPresent();
		preview.setEnabled(possible && !runs);
		cancel.setEnabled(runs);
		String text = runs ? work.name().get() + " is being made." : stale ? "With the parameters as they were before: " + shown : shown;
		note.setText(text.replace("&", "&&"));
		layout();
	}

	@Override
	public boolean setFocus() {
		// also called while the wizard is being disposed
		return preview.isDisposed() ? super.setFocus() : preview.setFocus();
	}
}
