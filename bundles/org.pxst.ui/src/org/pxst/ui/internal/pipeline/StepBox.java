// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.edit.WrapRow;

/** A step in the pipeline: whether it takes part, its name, and where it is. */
final class StepBox extends Composite {
	private static final int ROUND = 6;
	private static final int COLUMNS = 4;
	private static final int FAINT = 70;
	/** Between the frame and what is in it. */
	private static final int FRAME = 2;

	private final StepDescription step;
	private final Button check;
	private final Label name;
	private final StateIcon icon;
	private final Label word;
	private final Label detail;
	private boolean selected;

	/** Hears what the user does. */
	interface Listener {
		/** The step was selected. */
		void selected(StepDescription step);

		/** The step before or after it is wanted. */
		void moved(StepDescription step, boolean forward);

		/** The step is to take part, or not. */
		void checked(StepDescription step, boolean takesPart);
	}

	StepBox(Composite parent, StepDescription step, Listener listener) {
		super(parent, SWT.NONE);
		this.step = step;
		setData("org.pxst.ui.id", "pipeline.step." + step.name());
		setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayout layout = new GridLayout(COLUMNS, false);
		layout.marginHeight = 1;
		layout.verticalSpacing = 0;
		setLayout(layout);
		check = WrapRow.named(new Button(this, SWT.CHECK), "pipeline.check." + step.name());
		check.setToolTipText("Whether the step takes part when the pipeline is run");
		name = new Label(this, SWT.NONE);
		name.setText(StepTitle.of(step));
		name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		if (StepOrder.isReconstruction(step))
			name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		icon = new StateIcon(this);
		word = WrapRow.named(new Label(this, SWT.NONE), "pipeline.state." + step.name());
		detail = new Label(this, SWT.NONE);
		GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, COLUMNS, 1);
		below.exclude = true;
		below.widthHint = 1;
		detail.setLayoutData(below);
		detail.setVisible(false);
		for (Control control : new Control[] { this, name, icon, word, detail })
			control.addMouseListener(MouseListener.mouseDownAdapter(event -> {
				listener.selected(step);
				check.setFocus();
			}));
		check.addListener(SWT.FocusIn, event -> listener.selected(step));
		check.addListener(SWT.Traverse, event -> traverse(event, listener));
		check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> listener.checked(step, check.getSelection())));
		describe(new StepStatus(StepStatus.Kind.MISSING, ""));
	}

	private void traverse(Event event, Listener listener) {
		if (event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS)
			return;
		event.doit = false;
		listener.moved(step, event.detail == SWT.TRAVERSE_ARROW_NEXT);
	}

	StepDescription step() {
		return step;
	}

	void setChecked(boolean takesPart) {
		if (check.getSelection() != takesPart)
			check.setSelection(takesPart);
	}

	/** Shows where the step is; says whether the box has another height then. */
	boolean show(StepStatus status) {
		icon.setKind(status.kind());
		boolean other = !word.getText().equals(status.kind().word());
		word.setText(status.kind().word());
		describe(status);
		String line = status.isRemarkable() ? status.detail().lines().findFirst().orElse("").replace("&", "&&") : about();
		GridData below = (GridData) detail.getLayoutData();
		boolean another = below.exclude != line.isEmpty();
		if (!line.equals(detail.getText()))
			detail.setText(line);
		below.exclude = line.isEmpty();
		detail.setVisible(!line.isEmpty());
		if (other)
			layout();
		return another;
	}

	/** What is said of a step that has nothing to say itself. */
	private String about() {
		return StepOrder.isReconstruction(step) ? "All steps up to the phase" : "";
	}

	private void describe(StepStatus status) {
		String about = StepTitle.of(step) + " (" + step.name() + "): " + status.kind().word()
				+ (status.detail().isEmpty() ? "." : ". " + status.detail()) + "\n\n" + step.summary();
		for (Control control : new Control[] { this, name, icon, word, detail })
			control.setToolTipText(about);
	}

	void setSelected(boolean nowSelected) {
		if (selected == nowSelected)
			return;
		selected = nowSelected;
		Rectangle frame = frame();
		getParent().redraw(frame.x - 1, frame.y - 1, frame.width + 2, frame.height + 2, false);
	}

	/** Gives it the keyboard; says whether it took it. */
	boolean choose() {
		return !check.isDisposed() && check.setFocus();
	}

	/** Where the frame around it is, in the parent. */
	Rectangle frame() {
		Rectangle bounds = getBounds();
		return new Rectangle(bounds.x - FRAME, bounds.y - FRAME, bounds.width + 2 * FRAME, bounds.height + 2 * FRAME);
	}

	/**
	 * Draws the frame. The parent does it for all boxes: painting in each takes far longer with GTK, which looks up the colours
	 * of each control that paints.
	 *
	 * @param gc of the parent, with its foreground; gets it back with other alpha and line width
	 */
	void paintFrame(GC gc) {
		Rectangle frame = frame();
		Color usual = gc.getForeground();
		if (selected)
			gc.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setAlpha(selected ? 255 : FAINT);
		gc.setLineWidth(selected ? 2 : 1);
		gc.drawRoundRectangle(frame.x, frame.y, frame.width - 1, frame.height - 1, ROUND, ROUND);
		gc.setForeground(usual);
	}
}
